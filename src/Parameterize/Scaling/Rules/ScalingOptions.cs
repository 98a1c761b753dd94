using Parameterize.Scaling.Algebra;

namespace Parameterize.Scaling.Rules;

/// <summary>What a model's attribute says, as the rules read it.</summary>
public sealed record ScalingOptions
{
    private readonly Gauge _gauge = Gauge.NeuralTangent;

    /// <summary>The richness r; null when a constructor parameter sets it at run time.</summary>
    public Rational? Richness { get; init; } = Rational.Half;

    /// <summary>The prefactor gamma; null when a constructor parameter sets it at run time.</summary>
    public double? Gamma { get; init; } = 1;

    /// <summary>How the model is written.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such gauge.</exception>
    public Gauge Gauge
    {
        get => _gauge;
        init => _gauge = value.Known();
    }

    /// <summary>Whether every factor is 1: the standard parametrization.</summary>
    public bool Baseline { get; init; }

    /// <summary>x, with which lambda grows as eta shrinks, <c>eta^-x</c>: at 1 their product is kept.</summary>
    public Rational DecayExponent { get; init; } = Rational.One;

    /// <summary>Whether Adam's epsilon follows the gradient.</summary>
    public bool ScaleEpsilon { get; init; } = true;

    /// <summary>x, with which attention logits shrink as heads widen.</summary>
    public Rational AttentionExponent { get; init; } = Rational.One;

    /// <summary>delta, with which residual branches shrink as the model deepens.</summary>
    public Rational DepthExponent { get; init; } = Rational.One;

    /// <summary>Puts what is known when compiling into a factor: a constant richness, a constant gamma.</summary>
    internal Factor Settle(Factor factor)
    {
        var settled = Gamma is { } gamma ? factor.Substitute(ScalingRule.GammaSymbol, Factor.Constant(gamma)) : factor;
        return Richness is { } richness ? settled.At(richness) : settled;
    }

    /// <summary>Puts a constant richness into the slopes of a layer.</summary>
    internal PredictedSlopes Settle(PredictedSlopes slopes) => Richness is { } richness
        ? slopes with { AtInit = slopes.AtInit.At(richness), Change = slopes.Change.At(richness) }
        : slopes;
}
