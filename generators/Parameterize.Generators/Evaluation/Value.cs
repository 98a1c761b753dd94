namespace Parameterize.Generators.Evaluation;

/// <summary>What an expression of a constructor may hold: a number, modules, a tensor, objects, functions. Mostly one of these.</summary>
/// <param name="Dimension">The number; of what is none, whether a number that grows may be read out of it in a way that is not
/// followed.</param>
internal sealed record Value(Dimension Dimension)
{
    /// <summary>Most modules that one value is followed through; more say nothing new.</summary>
    private const int MostCalls = 64;

    /// <summary>The constant that it is, of any type; numbers that grow have none.</summary>
    public object? Constant { get; init; }

    /// <summary>Whether it is null.</summary>
    public bool IsNull { get; init; }

    /// <summary>Whether it may also be null.</summary>
    public bool MayBeNull { get; init; }

    /// <summary>The objects that it may refer to.</summary>
    public IReadOnlyList<Thing> Things { get; init; } = [];

    /// <summary>The functions that it may be.</summary>
    public IReadOnlyList<Closure> Closures { get; init; } = [];

    /// <summary>The calls that make the modules it holds.</summary>
    public IReadOnlyList<FactoryCall> Calls { get; init; } = [];

    /// <summary>What it holds, of a member's value.</summary>
    public Holding? Holding { get; init; }

    /// <summary>Why it is not known which modules a member holds in the end, where it is not.</summary>
    public Doubt? Unseen { get; init; }

    /// <summary>The sizes of a tensor.</summary>
    public IReadOnlyList<Dimension>? Shape { get; init; }

    /// <summary>The tensors that it may be, or be a part of.</summary>
    public IReadOnlyList<TensorPlace> Tensors { get; init; } = [];

    /// <summary>What a tensor may have been drawn from.</summary>
    public IReadOnlyList<TensorDraw> Draws { get; init; } = [];

    /// <summary>What a text ends with, of which no more is known.</summary>
    public string? Ending { get; init; }

    /// <summary>The calls of several values together.</summary>
    public static IReadOnlyList<FactoryCall> Union(IReadOnlyList<FactoryCall> a, IReadOnlyList<FactoryCall> b)
    {
        if (b.Count == 0)
        {
            return a;
        }

        return a.Count == 0 ? b : a.Concat(b.Except(a)).Take(MostCalls).ToArray();
    }

    public static Value Unclear(Doubt doubt) => new(Dimension.Unclear(doubt));

    public static Value Null() => new(Finite.Constant(null)) { IsNull = true, MayBeNull = true };

    /// <summary>Whether there is nothing to tell it and another one apart by.</summary>
    public bool Same(Value other) => ReferenceEquals(this, other) || (
        Dimension.Same(other.Dimension)
        && Equals(Constant, other.Constant)
        && IsNull == other.IsNull
        && MayBeNull == other.MayBeNull
        && Things.SequenceEqual(other.Things)
        && Closures.SequenceEqual(other.Closures)
        && Calls.SequenceEqual(other.Calls)
        && Tensors.SequenceEqual(other.Tensors)
        && Draws.SequenceEqual(other.Draws)
        && Ending == other.Ending
        && (Shape is null ? other.Shape is null : other.Shape is not null && Shape.SequenceEqual(other.Shape)));

    /// <summary>What is known after a variable may hold either.</summary>
    /// <param name="truth">Where the condition holds by which it is this one, if that is known.</param>
    public Value Or(Value other, Doubt? control, Doubt meeting, Samples? truth = null)
    {
        if (ReferenceEquals(this, other) || (control is null && Same(other)))
        {
            return this;
        }

        var (dimension, shape) = (IsNull, other.IsNull) switch
        {
            (false, false) => (
                Finite.Either(Dimension, other.Dimension, IsSameObject(other) ? null : control, meeting, truth),
                Joined(Shape, other.Shape, control, meeting)),
            (false, true) => (control is null ? Dimension : Dimension.Unclear(control), Shape),
            (true, false) => (control is null ? other.Dimension : Dimension.Unclear(control), other.Shape),
            (true, true) => (other.Dimension, other.Shape),
        };
        return new Value(dimension)
        {
            Constant = Equals(Constant, other.Constant) ? Constant : null,
            IsNull = IsNull && other.IsNull,
            MayBeNull = MayBeNull || other.MayBeNull,
            Things = Things.Union(other.Things).ToArray(),
            Closures = Closures.Union(other.Closures).ToArray(),
            Calls = Joined(Calls, other.Calls, control),
            Tensors = Tensors.Union(other.Tensors).ToArray(),
            Draws = Draws.Union(other.Draws).ToArray(),
            Ending = Ending == other.Ending ? Ending : null,
            Shape = shape,
        };
    }

    /// <summary>The same modules, of whose sizes nothing is known; of objects and functions not even which they are.</summary>
    public Value Doubtful(Doubt doubt) => this with
    {
        Dimension = Dimension.Unclear(doubt),
        Unseen = doubt,
        Constant = null,
        Things = [],
        Closures = [],
        Calls = Calls.Select(call => call.Doubtful(doubt)).ToArray(),
        Shape = Shape?.Select(_ => Dimension.Unclear(doubt)).ToArray(),
    };

    // Objects and modules have no number of their own: the doubt is which of them it is. Of modules, their calls remember it.
    private bool IsSameObject(Value other) => (Things.Count > 0 || Calls.Count > 0) && Dimension.IsFinite && other.Dimension.IsFinite
        && Things.Count == other.Things.Count && !Things.Except(other.Things).Any();

    private static IReadOnlyList<FactoryCall> Joined(IReadOnlyList<FactoryCall> a, IReadOnlyList<FactoryCall> b, Doubt? control) =>
        control is null || a.Count == 0 || b.Count == 0 ? Union(a, b)
        : a.Intersect(b).Concat(Union(a, b).Except(a.Intersect(b)).Select(call => call.Doubtful(control))).ToArray();

    private static IReadOnlyList<Dimension>? Joined(
        IReadOnlyList<Dimension>? a, IReadOnlyList<Dimension>? b, Doubt? control, Doubt meeting) =>
        a is null || b is null || a.Count != b.Count ? null : a.Zip(b, (x, y) => Finite.Either(x, y, control, meeting)).ToArray();
}
