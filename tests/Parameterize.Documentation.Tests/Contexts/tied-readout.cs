using Parameterize;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

[Parameterize(BaseWidth = 64)]
public sealed partial class Net : Module<Tensor, Tensor>
{
    // (block)
    [Hidden] private readonly Linear _mix;

    public Net([Width] long width) : base("Net")
    {
        _words = Embedding(50, width);
        _mix = Linear(width, width);
        _readout = Linear(width, 50, hasBias: false);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Readout(functional.gelu(Mix(Words(x))));
}
