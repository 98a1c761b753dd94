using Microsoft.CodeAnalysis;

namespace Parameterize.Generators.Evaluation;

/// <summary>
/// What is taken to be so where a constructor may do otherwise. Nothing is, unless a class cannot be read without; and what is, is checked
/// when its constructor has run.
/// </summary>
internal sealed record Assumed
{
    public static Assumed Nothing { get; } = new();

    /// <summary>
    /// Whether loops run, by the number of the occasion on which one begins that may not: true for one round or more, false for none.
    /// </summary>
    public IReadOnlyDictionary<int, bool> Loops { get; init; } = new Dictionary<int, bool>();

    /// <summary>Whether static numbers that others can set are what they are declared as.</summary>
    public bool AreStaticsAsDeclared { get; init; }

    /// <summary>Whether numbers that may be left out are.</summary>
    public bool AreOptionsLeftOut { get; init; }
}

/// <summary>What an evaluation met that could be taken to be so.</summary>
/// <param name="Loops">The heads of the loops that may run no round, by the number of the occasion.</param>
/// <param name="Statics">Static numbers that others can set, each with what it is declared as.</param>
/// <param name="HasOptions">Whether there are numbers that may be left out.</param>
internal sealed record Offers(
    IReadOnlyList<SyntaxNode> Loops, IReadOnlyList<(ISymbol Member, object Declared)> Statics, bool HasOptions);
