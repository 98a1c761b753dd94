using Parameterize;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

[Parameterize(BaseWidth = 64)]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly Linear _readout;

    public Net([Width] long width) : base("Net")
    {
        _embed = Linear(32, width);
        _readout = Linear(width, 10);
        // (block)
    }

    public override Tensor forward(Tensor x) => Readout(functional.gelu(Embed(x)));

    private static void InitWeights(Module m)
    {
        if (m is Linear l) { init.normal_(l.weight, 0, 0.02); init.zeros_(l.bias); }
    }
}
