using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Samples.RichnessDial;

/// <summary>One network of three GELU layers in doubles. The classes below write it each in a gauge of its own.</summary>
public abstract class GaugeNet : Module<Tensor, Tensor>
{
    /// <summary>The input layer.</summary>
    [Input] private protected readonly Linear _embed;

    /// <summary>The hidden layer.</summary>
    [Hidden] private protected readonly Linear _mix;

    /// <summary>The output layer.</summary>
    [Output] private protected readonly Linear _readout;

    private protected GaugeNet(string name, long width)
        : base(name)
    {
        _embed = Linear(Teacher.Inputs, width, dtype: ScalarType.Float64);
        _mix = Linear(width, width, dtype: ScalarType.Float64);
        _readout = Linear(width, 1, dtype: ScalarType.Float64);
    }
}

/// <summary>It in the gauge <see cref="Gauge.NeuralTangent"/>.</summary>
[Parameterize(BaseWidth = 16, Gauge = Gauge.NeuralTangent)]
public sealed partial class NeuralTangentNet : GaugeNet
{
    /// <summary>Builds the network and draws its weights.</summary>
    public NeuralTangentNet([Width] long width, [Richness] double richness)
        : base(nameof(NeuralTangentNet), width) => InitializeParameters(richness);

    /// <summary>From [batch, 16] to [batch, 1].</summary>
    public override Tensor forward(Tensor input) => Readout(functional.gelu(Mix(functional.gelu(Embed(input)))));
}

/// <summary>It in the gauge <see cref="Gauge.LearningRate"/>.</summary>
[Parameterize(BaseWidth = 16, Gauge = Gauge.LearningRate)]
public sealed partial class LearningRateNet : GaugeNet
{
    /// <summary>Builds the network and draws its weights.</summary>
    public LearningRateNet([Width] long width, [Richness] double richness)
        : base(nameof(LearningRateNet), width) => InitializeParameters(richness);

    /// <summary>From [batch, 16] to [batch, 1].</summary>
    public override Tensor forward(Tensor input) => Readout(functional.gelu(Mix(functional.gelu(Embed(input)))));
}

/// <summary>It in the gauge <see cref="Gauge.Multiplier"/>.</summary>
[Parameterize(BaseWidth = 16, Gauge = Gauge.Multiplier)]
public sealed partial class MultiplierNet : GaugeNet
{
    /// <summary>Builds the network and draws its weights.</summary>
    public MultiplierNet([Width] long width, [Richness] double richness)
        : base(nameof(MultiplierNet), width) => InitializeParameters(richness);

    /// <summary>From [batch, 16] to [batch, 1].</summary>
    public override Tensor forward(Tensor input) => Readout(functional.gelu(Mix(functional.gelu(Embed(input)))));
}

/// <summary>It in the gauge <see cref="Gauge.TensorPrograms"/>.</summary>
[Parameterize(BaseWidth = 16, Gauge = Gauge.TensorPrograms)]
public sealed partial class TensorProgramsNet : GaugeNet
{
    /// <summary>Builds the network and draws its weights.</summary>
    public TensorProgramsNet([Width] long width, [Richness] double richness)
        : base(nameof(TensorProgramsNet), width) => InitializeParameters(richness);

    /// <summary>From [batch, 16] to [batch, 1].</summary>
    public override Tensor forward(Tensor input) => Readout(functional.gelu(Mix(functional.gelu(Embed(input)))));
}
