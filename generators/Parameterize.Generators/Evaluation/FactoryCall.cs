using Microsoft.CodeAnalysis;
using Parameterize.Generators.Catalogues;

namespace Parameterize.Generators.Evaluation;

/// <summary>A call in a constructor that makes a module, such as <c>Linear(32, width)</c> or <c>new Block(width)</c>.</summary>
/// <param name="Method">The factory, or the constructor of a model of the user's own.</param>
/// <param name="Arguments">The numbers that it is given, by the parameters' order; of a shape, its size. Left-out ones have their
/// default.</param>
/// <param name="Flags">The arguments that are known to be true or false, by the parameters' order.</param>
/// <param name="Syntax">Where it stands.</param>
internal sealed record FactoryCall(
    IMethodSymbol Method, IReadOnlyList<Dimension> Arguments, IReadOnlyDictionary<int, bool> Flags, SyntaxNode Syntax)
{
    /// <summary>The arguments that are written out.</summary>
    public IReadOnlyCollection<int> Given { get; init; } = [];

    /// <summary>How many numbers there are in the arguments that are lists, by the parameters' order.</summary>
    public IReadOnlyDictionary<int, int> Lengths { get; init; } = new Dictionary<int, int>();

    /// <summary>The numbers that are declared to grow in the objects among the arguments, as <c>config.Width</c>.</summary>
    public IReadOnlyDictionary<string, Dimension> Options { get; init; } = new Dictionary<string, Dimension>();

    /// <summary>What the tensors of the layers that it makes were drawn from, by their names.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<TensorDraw>> Draws { get; init; } =
        new Dictionary<string, IReadOnlyList<TensorDraw>>();

    /// <summary>Whether all layers that it makes are meant together.</summary>
    public bool IsAll { get; init; }

    /// <summary>
    /// Why it is not known whether it is this one that made a module, though its sizes are: a width decides which is where.
    /// </summary>
    public Doubt? Chosen { get; init; }

    /// <summary>What it made this time: the same object wherever that is held.</summary>
    public object Made { get; init; } = new();

    public Dimension Dimension(int index) => index < Arguments.Count
        ? Arguments[index]
        : Evaluation.Dimension.Unclear(new Doubt(Syntax, "has fewer arguments than the catalogue expects"));

    /// <summary>A Boolean argument: true, false, or null when it is no constant.</summary>
    public bool? Flag(int index) => Flags.TryGetValue(index, out var value) ? value : null;

    /// <summary>The same call, of whose numbers nothing is known.</summary>
    public FactoryCall Doubtful(Doubt doubt) => this with
    {
        Arguments = Arguments.Select(_ => Evaluation.Dimension.Unclear(doubt)).ToArray(),
        Options = Options.ToDictionary(option => option.Key, _ => Evaluation.Dimension.Unclear(doubt)),
    };

    public bool Equals(FactoryCall? other) => ReferenceEquals(this, other) || (
        other is not null
        && ReferenceEquals(Syntax, other.Syntax)
        && (Chosen is null) == (other.Chosen is null)
        && SymbolEqualityComparer.Default.Equals(Method, other.Method)
        && Arguments.Zip(other.Arguments, static (a, b) => a.Same(b)).All(static same => same)
        && Options.Count == other.Options.Count
        && Options.All(option => other.Options.TryGetValue(option.Key, out var theirs) && option.Value.Same(theirs))
        && Flags.Count == other.Flags.Count
        && Flags.All(flag => other.Flag(flag.Key) == flag.Value));

    public override int GetHashCode() => Syntax.SpanStart;
}

/// <summary>What a row of the catalogue comes to for the calls that make a module.</summary>
internal static class CalledShapes
{
    /// <summary>The product of arguments, as a call gives them.</summary>
    public static Dimension Of(this Fan fan, FactoryCall call)
    {
        var dimension = call.Dimension(fan.Argument);
        dimension = fan.Times is { } factor ? dimension * call.Dimension(factor) : dimension;
        return fan.Over is { } groups ? dimension / call.Dimension(groups) : dimension;
    }

    /// <summary>Whether modules that are made by these calls have the tensor.</summary>
    public static TensorPresence PresenceIn(this TensorShape tensor, IReadOnlyList<FactoryCall> calls)
    {
        if (tensor.Needs is { } needed)
        {
            return calls.Any(call => call.Given.Contains(needed)) ? TensorPresence.Unknown : TensorPresence.Never;
        }

        if (calls.Count == 0)
        {
            return tensor.Flags.Length == 0 ? TensorPresence.Always : TensorPresence.Unknown;
        }

        if (tensor.Flags.Any(flag => calls.All(call => call.Flag(flag) == false)))
        {
            return TensorPresence.Never;
        }

        return tensor.Flags.All(flag => calls.All(call => call.Flag(flag) == true))
            ? TensorPresence.Always
            : TensorPresence.Unknown;
    }
}

/// <summary>Whether a module has one of its optional tensors, such as a bias, as the calls that make it tell.</summary>
internal enum TensorPresence
{
    /// <summary>Every call makes it.</summary>
    Always,

    /// <summary>Calls differ, or they do not tell.</summary>
    Unknown,

    /// <summary>No call makes it.</summary>
    Never,
}
