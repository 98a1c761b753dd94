using Parameterize.Experiments;
using Parameterize;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

var task = new TrainingTask((seed, step) => (zeros(8, 32), zeros(8, 10)), (outputs, targets) => functional.mse_loss(outputs, targets));
// (block)

[Parameterize(BaseWidth = 64)]
public sealed partial class Mlp : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly Linear _readout;

    public Mlp([Width] long width) : base(nameof(Mlp))
    {
        _embed = Linear(32, width);
        _readout = Linear(width, 10);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Readout(functional.gelu(Embed(x)));
}

public sealed class PlainMlp : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly Linear _readout;

    public PlainMlp(long width) : base(nameof(PlainMlp))
    {
        _embed = Linear(32, width);
        _readout = Linear(width, 10);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => _readout.call(functional.gelu(_embed.call(x)));
}
