using Parameterize.Scaling.Algebra;

namespace Parameterize.Scaling.Rules;

/// <summary>One tensor before any rule is applied: what its attribute and its layer's shape say.</summary>
/// <param name="Name">TorchSharp's own name, such as <c>_mix.weight</c>; <c>*</c> stands for the index in a list.</param>
/// <param name="Kind">Which fans are widths.</param>
/// <param name="Ratios">n, m and q.</param>
public sealed record TensorDeclaration(string Name, ParameterKind Kind, TensorRatios Ratios)
{
    /// <summary>
    /// The ratio to whose power -1/2 the std is proportional with which this tensor is drawn: for what TorchSharp draws itself, m of the
    /// layer (weights and biases of Linear); 1 for draws that do not look at the width; for another draw, whatever its std is by itself.
    /// </summary>
    public Factor DrawFanIn { get; init; } = Factor.One;

    /// <summary>The attribute's constant in the forward multiplier.</summary>
    public double Multiplier { get; init; } = 1;

    /// <summary>The attribute's constant in the learning rate.</summary>
    public double LearningRate { get; init; } = 1;

    /// <summary>The attribute's constant in the weight decay.</summary>
    public double WeightDecay { get; init; } = 1;

    /// <summary>Whether the tensor starts at zero: sigma = 0.</summary>
    public bool ZeroInit { get; init; }

    /// <summary>The attribute's own exponents; null for the rule of the kind.</summary>
    public WidthExponents? Exponents { get; init; }

    /// <summary>Whether the tensor is inside a residual branch of a model that deepens.</summary>
    public bool InBranch { get; init; }

    /// <summary>Whether the multiplier has to be 1, because nothing can be multiplied inside the module: init and rate carry it.</summary>
    public bool IsFolded { get; init; }

    /// <summary>Whether the tensor is an embedding that is the readout too, or that readout.</summary>
    public bool IsTied { get; init; }

    /// <summary>
    /// The inner stages of fixed size that its layer reads from, as <c>_mean, _logVariance</c>, or models that may have one; null where it
    /// reads from none.
    /// </summary>
    public string? Behind { get; init; }
}
