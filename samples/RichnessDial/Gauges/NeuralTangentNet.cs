using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Samples.RichnessDial.Gauges;

/// <summary>One network of three GELU layers in doubles, written in the gauge <see cref="Gauge.NeuralTangent"/>.</summary>
[Parameterize(BaseWidth = 16, Gauge = Gauge.NeuralTangent)]
public sealed partial class NeuralTangentNet : Module<Tensor, Tensor>
{
    [Input] private readonly Linear _embed;
    [Hidden] private readonly Linear _mix;
    [Output] private readonly Linear _readout;

    /// <summary>Builds the network and draws its weights.</summary>
    public NeuralTangentNet([Width] long width, [Richness] double richness)
        : base(nameof(NeuralTangentNet))
    {
        _embed = Linear(Teacher.Inputs, width, dtype: ScalarType.Float64);
        _mix = Linear(width, width, dtype: ScalarType.Float64);
        _readout = Linear(width, 1, dtype: ScalarType.Float64);
        InitializeParameters(richness);
    }

    /// <summary>From [batch, 16] to [batch, 1].</summary>
    public override Tensor forward(Tensor input) => Readout(functional.gelu(Mix(functional.gelu(Embed(input)))));
}
