using Microsoft.CodeAnalysis;

namespace Parameterize.Generators.Reading.Evaluation;

/// <summary>Why nothing is known of a number.</summary>
/// <param name="Expression">The expression to blame.</param>
/// <param name="Reason">What is wrong with it and what to write instead, as the rest of a sentence that begins with it.</param>
internal sealed record Doubt(SyntaxNode Expression, string Reason)
{
    /// <summary>Whether it is known to be now a number that grows, now one that does not: in a list, layers of several kinds.</summary>
    public bool IsOfSeveralKinds { get; init; }

    /// <summary>Whether all that lacks is a number in it: its value at base widths would settle it.</summary>
    public bool LacksSize { get; init; }
}
