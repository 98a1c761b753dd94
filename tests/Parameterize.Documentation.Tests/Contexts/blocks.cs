using Parameterize;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

[Parameterize(BaseWidth = 64)]
public sealed partial class Block : Module<Tensor, Tensor>
{
    private readonly Linear _mix;

    public Block([Width] long inputs, [Width] long outputs) : base("Block")
    {
        _mix = Linear(inputs, outputs);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => functional.gelu(Mix(x));
}

[Parameterize(BaseWidth = 64)]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly Block _stem;
    private readonly ModuleList<Block> _stages;
    private readonly Linear _readout;

    public Net([Width] long width) : base("Net")
    {
        _embed = Linear(32, width);
        _readout = Linear(4 * width, 10);
        // (block)
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        x = _stem.call(Embed(x));
        foreach (var stage in _stages)
        {
            x = stage.call(x);
        }

        return Readout(x);
    }
}

internal static class Training
{
    public static void Step(Net model)
    {
        // (block)
        optimizer.step();
    }
}
