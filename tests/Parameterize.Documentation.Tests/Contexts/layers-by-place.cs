using Parameterize;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

[Parameterize(BaseWidth = 64)]
public sealed partial class Net : Module<Tensor, Tensor>
{
    // (block)

    public Net([Width] long width, long inputs, int depth) : base("Net")
    {
        // (block)
    }

    public override Tensor forward(Tensor x)
    {
        for (var i = 0; i < _layers.Count; i++)
        {
            // (block)
        }

        return x;
    }
}
