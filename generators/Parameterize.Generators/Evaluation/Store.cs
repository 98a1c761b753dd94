using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Parameterize.Generators.Evaluation;

/// <summary>What all variables, members and elements hold at one point of the constructor. Copies share what neither has changed.</summary>
internal sealed class Store
{
    private readonly Dictionary<object, Contents> _owners;
    private object _writer = new();

    public Store()
        : this(new(Identity.Comparer))
    {
    }

    private Store(Dictionary<object, Contents> owners) => _owners = owners;

    public Value? Find(object owner, object key) =>
        _owners.TryGetValue(owner, out var contents) && contents.Slots.TryGetValue(key, out var value) ? value : null;

    public IEnumerable<KeyValuePair<object, Value>> All(object owner) => _owners.TryGetValue(owner, out var contents) ? contents.Slots : [];

    /// <summary>All that is held under a key, whoever holds it.</summary>
    public IReadOnlyList<Value> Holding(object key) =>
        _owners.Values.Select(contents => contents.Slots.TryGetValue(key, out var value) ? value : null).OfType<Value>().ToArray();

    /// <summary>All that an object holds, by key.</summary>
    public IReadOnlyDictionary<object, Value> SlotsOf(object owner) =>
        _owners.TryGetValue(owner, out var contents) ? contents.Slots : new Dictionary<object, Value>(Identity.Keys);

    public Doubt? TaintOf(object owner) => _owners.TryGetValue(owner, out var contents) ? contents.Taint : null;

    public void Set(object owner, object key, Value value) => Writable(owner).Slots[key] = value;

    public void Remove(object owner, object key) => Writable(owner).Slots.Remove(key);

    /// <summary>What is read out of this object from now on, if nobody wrote it after, is unknown.</summary>
    public void Taint(object owner, Doubt doubt) => Writable(owner).Taint ??= doubt;

    /// <summary>The object changed in a way that does not show.</summary>
    public void Touch(object owner) => Writable(owner).Version = new object();

    public void Drop(object owner) => _owners.Remove(owner);

    /// <summary>A copy that goes another way.</summary>
    public Store Fork()
    {
        _writer = new();
        return new Store(new(_owners, Identity.Comparer));
    }

    /// <summary>What is known where two ways meet.</summary>
    /// <param name="truth">Where the condition holds by which it is this one, if that is known.</param>
    /// <param name="isRound">Whether the other is what one more round of a loop leaves.</param>
    public Store Join(Store other, Doubt? control, Doubt meeting, Samples? truth = null, bool isRound = false)
    {
        var joined = Fork();
        foreach (var pair in other._owners)
        {
            if (!_owners.TryGetValue(pair.Key, out var mine))
            {
                joined._owners[pair.Key] = pair.Value;
            }
            else if (!ReferenceEquals(mine, pair.Value))
            {
                joined._owners[pair.Key] = mine.Join(pair.Value, joined._writer, control, meeting, truth, isRound);
            }
        }

        return joined;
    }

    public bool Same(Store other) => ReferenceEquals(this, other) || (_owners.Count == other._owners.Count && _owners.All(pair =>
        other._owners.TryGetValue(pair.Key, out var theirs) && pair.Value.Same(theirs)));

    /// <summary>Makes unknown what is not alike in another one.</summary>
    public void Widen(Store other, Doubt doubt)
    {
        foreach (var owner in _owners.Where(pair => !other._owners.TryGetValue(pair.Key, out var theirs) || !pair.Value.Same(theirs))
            .ToArray())
        {
            var contents = Writable(owner.Key);
            foreach (var slot in owner.Value.Slots)
            {
                if (other.Find(owner.Key, slot.Key) is not { } before || !before.Same(slot.Value))
                {
                    contents.Slots[slot.Key] = slot.Value.Doubtful(doubt);
                }
            }
        }
    }

    private Contents Writable(object owner)
    {
        if (!_owners.TryGetValue(owner, out var contents))
        {
            _owners.Add(owner, contents = new Contents(_writer));
        }
        else if (!ReferenceEquals(contents.Writer, _writer))
        {
            _owners[owner] = contents = contents.Copy(_writer);
        }

        return contents;
    }

    /// <summary>What one frame or object holds.</summary>
    private sealed class Contents(object writer)
    {
        /// <summary>The store that may write here without making a copy.</summary>
        public object Writer => writer;

        public Dictionary<object, Value> Slots { get; private init; } = new(Identity.Keys);

        public Doubt? Taint { get; set; }

        public object? Version { get; set; }

        public Contents Copy(object by) => new(by) { Slots = new(Slots, Identity.Keys), Taint = Taint, Version = Version };

        public Contents Join(Contents other, object by, Doubt? control, Doubt meeting, Samples? truth, bool isRound)
        {
            var joined = Copy(by);
            var theirs = other.Slots;
            if (ElementSlots.Any(joined.Slots) || ElementSlots.Any(theirs))
            {
                theirs = new(theirs, Identity.Keys);
                ElementSlots.Align(joined.Slots, theirs, meeting);
            }

            foreach (var slot in theirs)
            {
                if (!joined.Slots.TryGetValue(slot.Key, out var mine))
                {
                    joined.Slots[slot.Key] = slot.Value;
                    continue;
                }

                var either = mine.Or(slot.Value, control, meeting, truth);
                joined.Slots[slot.Key] = slot.Key is ElementSlots.Count && !isRound ? WithLeast(either, mine, slot.Value) : either;
            }

            joined.Taint ??= other.Taint ?? (ReferenceEquals(Version, other.Version) ? null : control);
            joined.Version = ReferenceEquals(Version, other.Version) ? Version : new object();
            return joined;
        }

        // Of two ways that meet, the one puts in more than the other; round by round it might sink, and has no least number.
        private static Value WithLeast(Value count, Value one, Value other) =>
            one.Dimension.AtLeast is { } x && other.Dimension.AtLeast is { } y && count.Dimension is { IsFinite: true, Value: null }
                ? count with { Dimension = count.Dimension with { AtLeast = Math.Min(x, y) } }
                : count;

        public bool Same(Contents other) => ReferenceEquals(this, other) || (
            Slots.Count == other.Slots.Count
            && (Taint is null) == (other.Taint is null)
            && Slots.All(slot => other.Slots.TryGetValue(slot.Key, out var theirs) && slot.Value.Same(theirs)));
    }
}

/// <summary>Frames and objects are themselves and nothing else; keys are symbols, names and numbers.</summary>
internal sealed class Identity : IEqualityComparer<object>
{
    private readonly bool _isOfKeys;

    private Identity(bool isOfKeys) => _isOfKeys = isOfKeys;

    public static Identity Comparer { get; } = new(isOfKeys: false);

    public static Identity Keys { get; } = new(isOfKeys: true);

    public new bool Equals(object? x, object? y) => ReferenceEquals(x, y)
        || (_isOfKeys
            && (x is ISymbol a && y is ISymbol b ? SymbolEqualityComparer.Default.Equals(a, b) : x is not ISymbol && object.Equals(x, y)));

    public int GetHashCode(object obj)
    {
        if (!_isOfKeys)
        {
            return RuntimeHelpers.GetHashCode(obj);
        }

        return obj is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : obj.GetHashCode();
    }
}

/// <summary>What a member holds, for those who read layers: modules of its own, those in a container, or one or the other.</summary>
/// <param name="Calls">The calls that make the modules that it may be.</param>
/// <param name="Inside">What is in the container that it may be; null if it is none.</param>
/// <param name="IsSole">Whether it is one thing and no other: a module, or a container, surely there.</param>
/// <param name="IsKnown">Whether whatever else it may be has no tensors.</param>
internal sealed record Holding(IReadOnlyList<FactoryCall> Calls, Contents? Inside, bool IsSole, bool IsKnown);

/// <summary>
/// What a container holds: at places from the front, behind those, and at the end, which wins where there are too few for both.
/// </summary>
/// <param name="Type">The container's class; null for one of the framework.</param>
/// <param name="Front">In order.</param>
/// <param name="Rest">What any other may be; null if there is none.</param>
/// <param name="Back">The last ones, in order.</param>
/// <param name="IsFrontSure">Whether all in front are surely there.</param>
internal sealed record Contents(string Type, IReadOnlyList<Content> Front, Content? Rest, IReadOnlyList<Content> Back, bool IsFrontSure)
{
    /// <summary>How many there are at least.</summary>
    public int Least { get; init; }

    /// <summary>How many there are at most; null where that is not known.</summary>
    public int? Most => Rest is null ? Front.Count + Back.Count : null;

    public bool IsExact => Rest is null && Back.Count == 0 && IsFrontSure;

    public IEnumerable<Content> All => Rest is null ? [.. Front, .. Back] : [.. Front, Rest, .. Back];
}

/// <summary>One module of a container, or several that are alike as far as is known.</summary>
/// <param name="Name">The name that it is registered under, or a pattern of it: <c>*</c> for any, <c>^1</c> for the last.</param>
/// <param name="Value">What is known of it.</param>
internal sealed record Content(string Name, Value Value);
