using Microsoft.CodeAnalysis;

namespace Parameterize.Generators.Evaluation;

/// <summary>The variables of one body, or of one round of a loop in it, while it is followed. Their values are in the store.</summary>
/// <param name="self">The object that the body runs on; null in a static method.</param>
/// <param name="outer">The variables around it, for a lambda, a local function, a loop's body.</param>
/// <param name="isBody">Whether it is a body of its own, out of which a return leads.</param>
internal sealed class Frame(Value? self, Frame? outer, bool isBody)
{
    private readonly Dictionary<ISymbol, IReadOnlyList<Place>> _aliases = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _variables = new(SymbolEqualityComparer.Default);

    public Value? Self => self;

    public Frame? Outer => outer;

    /// <summary>Where the body's returns lead; those of a loop's body lead to that of the body around it.</summary>
    public List<Jump> Returns { get; } = isBody ? [] : outer!.Returns;

    /// <summary>The list that an iterator's body fills.</summary>
    public Thing? Yielded { get; init; } = isBody ? null : outer!.Yielded;

    /// <summary>Whether it stands for several rounds of a loop, and functions that captured its variables may be about.</summary>
    public bool IsSeveral { get; set; }

    public bool IsCaptured { get; private set; }

    public void Capture()
    {
        for (var frame = this; frame is { IsCaptured: false }; frame = frame.Outer)
        {
            frame.IsCaptured = true;
        }
    }

    public void Declare(ISymbol variable) => _variables.Add(variable);

    /// <summary>The frame that has a variable; null for one that none has.</summary>
    public Frame? Of(ISymbol variable)
    {
        var frame = this;
        while (frame is not null && !frame._variables.Contains(variable))
        {
            frame = frame.Outer;
        }

        return frame;
    }

    /// <summary>Makes a ref variable another name of a place.</summary>
    public void Alias(ISymbol variable, IReadOnlyList<Place> places)
    {
        Declare(variable);
        _aliases[variable] = places;
    }

    /// <summary>What a ref variable is another name of; null for one that holds its value itself.</summary>
    public IReadOnlyList<Place>? AliasOf(ISymbol variable) =>
        Of(variable) is { } frame && frame._aliases.TryGetValue(variable, out var places) ? places : null;
}

/// <summary>A place in the store: a variable of a frame, a member or an element of an object.</summary>
/// <param name="Owner">The frame or the object.</param>
/// <param name="Key">The symbol, the name, or the number of the element.</param>
/// <param name="IsCertain">Whether it is this place and no other, so that what is written there is what it holds.</param>
internal sealed record Place(object Owner, object Key, bool IsCertain = true);

/// <summary>A way out of a body or a loop, with what is known there.</summary>
/// <param name="Control">The condition on a width by which this way was taken, if one was.</param>
internal sealed record Jump(Store Store, Value? Value, Doubt? Control);
