using Parameterize.Scaling.Algebra;


namespace Parameterize.Generators.Evaluation;

/// <summary>
/// The contract: what may be called finite, that is, alike at every width. A number is
/// <list type="bullet">
/// <item>growing: a product of powers of declared widths and constants, followed step by step from the constructor's parameters;</item>
/// <item>finite: proved, no growing number can reach it;</item>
/// <item>unknown: everything else, with the expression to blame. Unknown is the default, and a message, never a guess.</item>
/// </list>
/// Here are all the proofs there are; no other code makes a finite number but by arithmetic on such. A value that is not listed is
/// unknown, and unknown stays unknown whatever is done with it.
/// </summary>
internal static class Finite
{
    /// <summary>A constant of the language: a literal, a const, a default value, an enum's member.</summary>
    public static Dimension Constant(double? value) =>
        Dimension.Growing(Factor.One, Samples.Constant(value)) with { IsRough = IsRoughly(value) };

    /// <summary>
    /// What a caller hands over without declaring that it grows: a constructor's parameter, and what an object that is one holds. It is
    /// the author's word that it does not, as [Width] is the author's word that it does.
    /// </summary>
    /// <param name="usual">A parameter's default, where it has one.</param>
    public static Dimension Handed(double? usual = null) =>
        Dimension.Growing(Factor.One, Samples.None) with { Usual = usual, IsRough = IsRoughly(usual) };

    /// <summary>
    /// What comes out of something that is not looked into: a call, a property, an object of another assembly. It is finite if nothing
    /// growing or unknown went in, by argument, receiver, captured variable, field or element.
    /// </summary>
    /// <param name="input">What went in; null if all of that is finite.</param>
    public static Dimension Opaque(Doubt? input) =>
        input is null ? Dimension.Growing(Factor.One, Samples.None) with { IsRough = true } : Dimension.Unclear(input);

    /// <summary>
    /// What a variable holds after two ways to it have met. Equal numbers stay. Others are as they are if which way is taken does not
    /// depend on a width and both ways grow alike; a finite number and a growing one are unknown together. Their values stay known where
    /// both have the same, and where it is known which way is taken.
    /// </summary>
    /// <param name="control">The condition that depends on a width, if one does.</param>
    /// <param name="meeting">Where they meet.</param>
    /// <param name="truth">Where that condition holds, if that is known and <paramref name="a"/> is what follows then.</param>
    public static Dimension Either(Dimension a, Dimension b, Doubt? control, Doubt meeting, Samples? truth = null)
    {
        if (ReferenceEquals(a, b) || (a.Ratio is not null && a.Equals(b) && (control is null || a.Value is not null)))
        {
            return a;
        }

        var values = (control, truth) switch
        {
            (null, _) => Samples.Common(a.Values, b.Values),
            (_, { } known) => Samples.Choose(known, a.Values, b.Values),
            _ => Samples.None,
        };
        if (Dimension.Doubtful(a, b) is { } doubtful)
        {
            return Dimension.Unclear(doubtful.Doubt!, values);
        }

        if (control is not null)
        {
            return Dimension.Unclear(control, values);
        }

        if (!a.Ratio!.Equals(b.Ratio))
        {
            return Dimension.Unclear(meeting with { IsOfSeveralKinds = a.IsFinite != b.IsFinite }, values);
        }

        return Dimension.Growing(a.Ratio, values) with
        {
            Usual = a.Usual == b.Usual ? a.Usual : null,
            AtLeast = Least(a, b),
            IsRough = a.IsRough || b.IsRough || a.Usual is null || a.Usual != b.Usual,
        };
    }

    /// <summary>How often something is in a collection or runs that is finite in number, however many that are.</summary>
    public static Dimension Some(Dimension count) => count.IsFinite ? Opaque(null) : count;

    // In a loop the first is what was known before the round: what sinks again and again has no least value.
    private static double? Least(Dimension a, Dimension b)
    {
        if (a.AtLeast is not { } x || b.AtLeast is not { } y)
        {
            return null;
        }

        if (y >= x)
        {
            return x;
        }

        return a.Value is null ? null : y;
    }

    /// <summary>Whether its binary digits are not exact, as those of 0.7; 0.5 has exact ones.</summary>
    public static bool IsRoughly(double? value) => value is { } number && Math.Floor(number * (1 << 20)) != number * (1 << 20);
}
