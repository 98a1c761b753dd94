using Microsoft.CodeAnalysis;

namespace Parameterize.Generators.Evaluation;

/// <summary>Why nothing is known of a number.</summary>
/// <param name="Expression">The expression to blame.</param>
/// <param name="Reason">What is wrong with it and what to write instead, as the rest of a sentence that begins with it.</param>
internal sealed record Doubt(SyntaxNode Expression, string Reason)
{
    private const string Separator = "; ";

    /// <summary>What is said of it, without what to write instead.</summary>
    public string Cause => Advised is var at && at < 0 ? Reason : Reason.Substring(0, at);

    /// <summary>What to write instead; null where that is not said.</summary>
    public string? Advice => Advised is var at && at < 0 ? null : Reason.Substring(at + Separator.Length);

    private int Advised => Reason.IndexOf(Separator, StringComparison.Ordinal);

    /// <summary>Whether it is known to be now a number that grows, now one that does not: in a list, layers of several kinds.</summary>
    public bool IsOfSeveralKinds { get; init; }

    /// <summary>Whether all that lacks is a number in it: its value at base widths would settle it.</summary>
    public bool LacksSize { get; init; }
}
