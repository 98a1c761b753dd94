using Parameterize;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

[Parameterize(BaseWidth = 64)]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear _gate;
    private readonly Linear _down;

    public Net([Width] long width) : base("Net")
    {
        // (block)
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Down(functional.gelu(Gate(x)));
}
