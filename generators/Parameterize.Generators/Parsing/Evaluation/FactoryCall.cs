using Microsoft.CodeAnalysis;

namespace Parameterize.Generators.Parsing;

/// <summary>A call in a constructor that makes a module, such as <c>Linear(32, width)</c> or <c>new Block(width)</c>.</summary>
/// <param name="Method">The factory, or the constructor of a model of the user's own.</param>
/// <param name="Arguments">What is known of its arguments, by the parameters' order; left-out ones have their default.</param>
/// <param name="Flags">The arguments that are Boolean constants, by the parameters' order.</param>
/// <param name="Syntax">Where it stands.</param>
internal sealed record FactoryCall(
    IMethodSymbol Method, IReadOnlyList<Value> Arguments, IReadOnlyDictionary<int, bool> Flags, SyntaxNode Syntax)
{
    /// <summary>The arguments that are written out.</summary>
    public IReadOnlyCollection<int> Given { get; init; } = [];

    public Dimension Dimension(int index) => index < Arguments.Count ? Arguments[index].Dimension : Parsing.Dimension.Unknown;

    /// <summary>A Boolean argument: true, false, or null when it is no constant.</summary>
    public bool? Flag(int index) => Flags.TryGetValue(index, out var value) ? value : null;
}
