using Microsoft.CodeAnalysis;

namespace Parameterize.Generators.Evaluation;

/// <summary>How much is known of an object.</summary>
internal enum ThingKind
{
    /// <summary>Made where it could be followed: what it holds is known.</summary>
    Made,

    /// <summary>Handed to the constructor, or part of such: its class is declared, what it holds is the caller's.</summary>
    Handed,

    /// <summary>
    /// Come out of something that is not followed: of its type nothing is known, and it may refer to all that went in there.
    /// </summary>
    Foreign,
}

/// <summary>
/// An object that the constructor deals with: an identity, so that all that refer to it see the same. What it holds is in the store.
/// </summary>
internal sealed class Thing(ThingKind kind, ITypeSymbol? type)
{
    public ThingKind Kind => kind;

    /// <summary>Its class; of one that was handed over, what it is at least.</summary>
    public ITypeSymbol? Type => type;

    public bool IsStruct => type is { IsValueType: true } && !IsBoxed;

    /// <summary>Whether it is a struct in an object of its own.</summary>
    public bool IsBoxed { get; init; }

    /// <summary>How it gives its elements when asked for them, as a query does; null for what stores them.</summary>
    public Func<Sequence>? Elements { get; init; }

    /// <summary>
    /// Why it may hold layers that were made out of sight, of sizes that grow; null where nothing that grows went in there.
    /// </summary>
    public Doubt? Unseen { get; set; }

    /// <summary>Whether it stands for several, made in one place of a loop: what is written then is true of some of them.</summary>
    public bool IsSeveral { get; set; }
}

/// <summary>
/// The elements that something gives in order, or, where they cannot be told apart, what each may be and how many there are.
/// </summary>
/// <param name="Items">All of them; null where they are not known one by one.</param>
/// <param name="Each">What each may be; null if there are none.</param>
/// <param name="Count">How many.</param>
internal sealed record Sequence(IReadOnlyList<Value>? Items, Value? Each, Dimension Count)
{
    /// <summary>What is known of their order, where they are not known one by one.</summary>
    public ElementOrder? Order { get; init; }

    /// <summary>Layers that are surely among them, where they are not known one by one.</summary>
    public IReadOnlyList<Value> Sure { get; init; } = [];

    public static Sequence Of(IReadOnlyList<Value> items) => new(items, null, Finite.Constant(items.Count));

    public static Sequence Of(Value? each, Dimension count) => new(null, each, count);

    /// <summary>
    /// Elements of which the order is known, and how many there are is not; a number that depends on a width tells nothing of places.
    /// </summary>
    public static Sequence Of(ElementOrder order, Dimension count, Doubt meeting)
    {
        var all = order.All.ToArray();
        return new(
            null, all.Length == 0 ? null : all.Aggregate((a, b) => a.Or(b, null, meeting)),
            count) { Order = count.IsFinite ? order : null };
    }
}

/// <summary>A function with what it captured: a lambda, a local function or a method of an object.</summary>
/// <param name="Method">What it runs.</param>
/// <param name="Frame">The variables around it; null for a method.</param>
/// <param name="Receiver">The object that it runs on; null for a static one.</param>
internal sealed record Closure(IMethodSymbol Method, IOperation? Body, Frame? Frame, Value? Receiver)
{
    public bool Equals(Closure? other) => other is not null
        && SymbolEqualityComparer.Default.Equals(Method, other.Method)
        && ReferenceEquals(Frame, other.Frame)
        && (Receiver is null ? other.Receiver is null : other.Receiver is not null && Receiver.Same(other.Receiver));

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Method);
}
