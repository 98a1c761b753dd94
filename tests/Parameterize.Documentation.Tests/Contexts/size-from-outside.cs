using Parameterize;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

[Parameterize(BaseWidth = 64)]
public sealed partial class Net : Module<Tensor, Tensor>
{
    // (block)

    public Net([Width] long width, long unit) : base("Net")
    {
        _gate = Linear(width, (8 * width / 3 + unit - 1) / unit * unit);
        _down = Linear((8 * width / 3 + unit - 1) / unit * unit, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Down(functional.gelu(Gate(x)));
}
