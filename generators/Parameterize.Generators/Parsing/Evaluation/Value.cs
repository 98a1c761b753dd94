using Microsoft.CodeAnalysis.Operations;

namespace Parameterize.Generators.Parsing;

/// <summary>What an expression of a constructor may hold: a number, modules, an object's members, a function. Mostly one of these.</summary>
internal sealed record Value(Dimension Dimension)
{
    /// <summary>Most modules that one value is followed through; more say nothing new.</summary>
    private const int MostCalls = 64;

    /// <summary>A value that has nothing to do with widths.</summary>
    public static Value Plain { get; } = new(Dimension.Finite());

    /// <summary>The calls that make the modules it holds.</summary>
    public IReadOnlyList<FactoryCall> Calls { get; init; } = [];

    /// <summary>What its properties, fields or tuple elements hold, as far as they were seen to be set.</summary>
    public IReadOnlyDictionary<string, Value>? Members { get; init; }

    /// <summary>What the elements of a collection hold.</summary>
    public Value? Element { get; init; }

    /// <summary>The modules of a Sequential in order, where all of them are written out.</summary>
    public IReadOnlyList<SequenceStep>? Steps { get; init; }

    /// <summary>The numbers of a collection in order, as the shape of a tensor.</summary>
    public IReadOnlyList<Dimension>? Shape { get; init; }

    /// <summary>A lambda, to be followed where it is called.</summary>
    public (IAnonymousFunctionOperation Body, Frame Frame)? Function { get; init; }

    /// <summary>What is known after a variable may hold either.</summary>
    public Value Or(Value other) => ReferenceEquals(this, other) ? this : new Value(Dimension.Or(other.Dimension))
    {
        Calls = Union(Calls, other.Calls),
        Members = Members is null || other.Members is null ? Members ?? other.Members : Merged(Members, other.Members),
        Element = Element is null ? other.Element : other.Element is null ? Element : Element.Or(other.Element),
        Shape = null,
        Function = Function ?? other.Function,
    };

    /// <summary>The calls of several values together.</summary>
    public static IReadOnlyList<FactoryCall> Union(IReadOnlyList<FactoryCall> a, IReadOnlyList<FactoryCall> b) =>
        b.Count == 0 ? a : a.Count == 0 ? b : a.Concat(b.Except(a)).Take(MostCalls).ToArray();

    private static IReadOnlyDictionary<string, Value> Merged(IReadOnlyDictionary<string, Value> a, IReadOnlyDictionary<string, Value> b) =>
        a.Keys.Union(b.Keys).ToDictionary(name => name, name => (a.TryGetValue(name, out var x), b.TryGetValue(name, out var y)) switch
        {
            (true, true) => x!.Or(y!),
            (true, false) => x!,
            _ => y!,
        });
}
