using Parameterize.Scaling.Algebra;

namespace Parameterize.Scaling.Signals;

/// <summary>What propagation proves, in one line.</summary>
internal static class VerdictWords
{
    /// <summary>As <c>stable, nontrivial, maximal, richness 1/2: features are learned at every width</c>.</summary>
    /// <param name="propagation">What was propagated.</param>
    /// <param name="stages">The inner stages of fixed size, behind which nothing is lazy.</param>
    public static string Of(SignalPropagation propagation, IReadOnlyList<string> stages)
    {
        var verdicts = propagation.Verdicts
            .Where(verdict => !verdict.Holds || verdict.Property is not (SignalProperty.Faithful or SignalProperty.UsefulUpdate))
            .Select(verdict => verdict switch
            {
                { Holds: true } => Name(verdict.Property),
                _ when IsChoice(verdict, propagation) => $"layer `{verdict.Layer}` starts at 0 by choice",
                _ => $"not {Name(verdict.Property)} ({verdict.Sentence})",
            });
        return $"{string.Join(", ", verdicts)}, {OfRichness(propagation.Richness, stages)}";
    }

    /// <summary>Whether nothing but a layer's own zero init keeps activations from their size.</summary>
    private static bool IsChoice(SignalVerdict verdict, SignalPropagation propagation) => verdict.Property == SignalProperty.Faithful
        && propagation.Readings.First(reading => reading.Layer.Name == verdict.Layer).Layer.Exponents.B is null;

    /// <summary>The same of a richness that is set at run time, for a class that is sound at all of them.</summary>
    public static string OfDial(IReadOnlyList<string> stages) => stages.Count == 0
        ? "the kernel regime below 1/2, features are learned at 1/2"
        : $"{Behind(stages)}, in front of it they move at 1/2 alone";

    private static string Behind(IReadOnlyList<string> stages) =>
        $"features move behind {string.Join(" and ", stages.Select(stage => $"`{stage}`"))} at every richness";

    private static string OfRichness(Rational? richness, IReadOnlyList<string> stages)
    {
        if (richness is not { } r)
        {
            return "layers differ in richness";
        }

        if (r < Rational.Half && stages.Count > 0)
        {
            return $"richness {r} in front of an inner stage of fixed size: {Behind(stages)}";
        }

        if (r == Rational.Half)
        {
            return $"richness {r}: features are learned at every width";
        }

        return r < Rational.Half ? $"richness {r}: the kernel regime" : $"richness {r}: beyond feature learning";
    }

    private static string Name(SignalProperty property) => property switch
    {
        SignalProperty.Faithful => "faithful at init",
        SignalProperty.Stable => "stable",
        SignalProperty.Nontrivial => "nontrivial",
        SignalProperty.UsefulUpdate => "useful in every update",
        _ => "maximal",
    };
}
