using Parameterize;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

[Parameterize(BaseWidth = 64)]
public sealed partial class Net : Module<Tensor, Tensor>
{
    // (block)
    private readonly Linear _readout;

    public Net([Width] long width) : base("Net")
    {
        _mix = Linear(64, width);
        _readout = Linear(width, 10);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Readout(functional.gelu(Mix(_backbone.call(x))));
}
