using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>A network of four GELU layers. The classes below write it each in a gauge of its own; the dial is set at run time.</summary>
public abstract class GaugeMlp : Module<Tensor, Tensor>
{
    [Input] private protected readonly Linear _embed;
    [Hidden] private protected readonly Linear _mix;
    [Hidden] private protected readonly Linear _refine;
    [Output] private protected readonly Linear _readout;

    private protected GaugeMlp(long width)
        : base("mlp")
    {
        _embed = Linear(PlainMlp.Inputs, width);
        _mix = Linear(width, width);
        _refine = Linear(width, width);
        _readout = Linear(width, PlainMlp.Outputs);
    }
}

[Parameterize(BaseWidth = 64, Gauge = Gauge.NeuralTangent)]
public sealed partial class NeuralTangentMlp : GaugeMlp
{
    public NeuralTangentMlp([Width] long width, [Richness] double richness)
        : base(width) => InitializeParameters(richness);

    public override Tensor forward(Tensor input) =>
        Readout(functional.gelu(Refine(functional.gelu(Mix(functional.gelu(Embed(input)))))));
}

[Parameterize(BaseWidth = 64, Gauge = Gauge.LearningRate)]
public sealed partial class LearningRateMlp : GaugeMlp
{
    public LearningRateMlp([Width] long width, [Richness] double richness)
        : base(width) => InitializeParameters(richness);

    public override Tensor forward(Tensor input) =>
        Readout(functional.gelu(Refine(functional.gelu(Mix(functional.gelu(Embed(input)))))));
}

[Parameterize(BaseWidth = 64, Gauge = Gauge.Multiplier)]
public sealed partial class MultiplierMlp : GaugeMlp
{
    public MultiplierMlp([Width] long width, [Richness] double richness)
        : base(width) => InitializeParameters(richness);

    public override Tensor forward(Tensor input) =>
        Readout(functional.gelu(Refine(functional.gelu(Mix(functional.gelu(Embed(input)))))));
}

[Parameterize(BaseWidth = 64, Gauge = Gauge.TensorPrograms)]
public sealed partial class TensorProgramsMlp : GaugeMlp
{
    public TensorProgramsMlp([Width] long width, [Richness] double richness)
        : base(width) => InitializeParameters(richness);

    public override Tensor forward(Tensor input) =>
        Readout(functional.gelu(Refine(functional.gelu(Mix(functional.gelu(Embed(input)))))));
}
