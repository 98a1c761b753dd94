using Parameterize.Scaling.Algebra;

namespace Parameterize.Scaling.Rules;

/// <summary>The ratios that a rule speaks of, each a dimension over the same dimension at base widths.</summary>
/// <param name="Model">n: the model's width ratio.</param>
/// <param name="FanIn">m: the fan-in ratio of the tensor; 1 when its fan-in is no width.</param>
/// <param name="FanOut">q: the fan-out ratio of the tensor; 1 when its fan-out is no width.</param>
public sealed record TensorRatios(Factor Model, Factor FanIn, Factor FanOut)
{
    /// <summary>
    /// The ratio of the vectors that the tensor reads: m, but for a bilinear layer, whose fan-in is the product of two.
    /// </summary>
    public Factor Read { get; init; } = FanIn;
}
