using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Samples.RichnessDial;

/// <summary>The tutorial's own example: three linear layers and nothing between them (arXiv 2404.19719, section 3).</summary>
[Parameterize(BaseWidth = 64, Gauge = Gauge.Multiplier)]
public sealed partial class LinearNet : Module<Tensor, Tensor>
{
    [Input(InitStd = 0.25)] private readonly Linear _first;
    [Hidden(InitStd = 0.125)] private readonly Linear _second;
    [Output(InitStd = 0.03)] private readonly Linear _third;

    /// <summary>Builds the network and draws its weights.</summary>
    /// <param name="width">The width of the hidden layers.</param>
    /// <param name="richness">r: 0 is NTK (lazy), 0.5 is muP (rich).</param>
    public LinearNet([Width] long width, [Richness] double richness)
        : base(nameof(LinearNet))
    {
        _first = Linear(Teacher.Inputs, width, hasBias: false);
        _second = Linear(width, width, hasBias: false);
        _third = Linear(width, 1, hasBias: false);
        InitializeParameters(richness);
    }

    /// <summary>From [batch, 16] to [batch, 1].</summary>
    public override Tensor forward(Tensor input) => Third(Second(First(input)));
}
