using Parameterize.Scaling.Algebra;

namespace Parameterize.Scaling.Signals;

/// <summary>What propagation proves, in one line.</summary>
internal static class VerdictWords
{
    /// <summary>As <c>stable, nontrivial, maximal, richness 1/2: features are learned at every width</c>.</summary>
    public static string Of(SignalPropagation propagation)
    {
        var verdicts = propagation.Verdicts
            .Where(verdict => !verdict.Holds || verdict.Property is not (SignalProperty.Faithful or SignalProperty.UsefulUpdate))
            .Select(verdict => verdict.Holds ? Name(verdict.Property)
                : IsChoice(verdict, propagation) ? $"layer `{verdict.Layer}` starts at 0 by choice"
                : $"not {Name(verdict.Property)} ({verdict.Sentence})");
        return $"{string.Join(", ", verdicts)}, {OfRichness(propagation.Richness)}";
    }

    /// <summary>Whether nothing but a layer's own zero init keeps activations from their size.</summary>
    private static bool IsChoice(SignalVerdict verdict, SignalPropagation propagation) => verdict.Property == SignalProperty.Faithful
        && propagation.Readings.First(reading => reading.Layer.Name == verdict.Layer).Layer.Exponents.B is null;

    private static string OfRichness(Rational? richness) => richness is not { } r ? "layers differ in richness"
        : r == Rational.Half ? $"richness {r}: features are learned at every width"
        : r < Rational.Half ? $"richness {r}: the kernel regime"
        : $"richness {r}: beyond feature learning";

    private static string Name(SignalProperty property) => property switch
    {
        SignalProperty.Faithful => "faithful at init",
        SignalProperty.Stable => "stable",
        SignalProperty.Nontrivial => "nontrivial",
        SignalProperty.UsefulUpdate => "useful in every update",
        _ => "maximal",
    };
}
