using Microsoft.CodeAnalysis;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Evaluation;

/// <content>What a member holds in the end, place by place.</content>
internal sealed partial class Evaluator
{
    private const int DeepestContents = 5;
    private int _contents;

    private Holding? HoldingOf(Value value)
    {
        if (_contents >= DeepestContents)
        {
            return null;
        }

        _contents++;
        var containers = value.Things.Where(IsContainer).ToArray();
        var others = value.Things.Except(containers).ToArray();
        var inside = containers.Length > 0 ? ContentsOf(containers) : null;
        _contents--;
        return new Holding(
            value.Calls.Select(AsExchanged).ToArray(),
            inside,
            IsSole: !value.MayBeNull && others.Length == 0 && (containers.Length > 0) != (value.Calls.Count > 0),
            IsKnown: (containers.Length == 0 || inside is not null) && others.All(IsLayer)
                && (value.IsNull || value.Things.Count + value.Calls.Count > 0));
    }

    private bool IsContainer(Thing thing) => IsCollection(thing)
        && (TorchCollections.Is(thing.Type) || thing.Type is IArrayTypeSymbol || (thing.Type is not null && IsFramework(thing.Type)));

    /// <summary>Whether it is a module without tensors, or a layer of the catalogue that was seen to be made, and then was moved.</summary>
    private bool IsLayer(Thing thing) => thing.Type is { } type && (LayerCatalogue.Of(type) is not null
        ? thing.Unseen is null && CallsIn(Of(thing)).Count > 0
        : Held.IsModule(type) && Held.HasNoTensors(type));

    /// <summary>What is in one of several containers, each of which it may be: at one name there may be what any has there.</summary>
    private Contents? ContentsOf(IReadOnlyList<Thing> containers)
    {
        var at = _model.DeclaringSyntaxReferences[0].Node(cancellation);
        var types = containers.Select(static container => container.Type?.Name ?? "").Distinct().ToArray();
        var all = containers.Select(container => PlacesOf(container, at)).ToArray();
        if (types.Length > 1 || all.Any(static places => places is null)
            || all.Aggregate((a, b) => a!.Or(b!, Meeting(at))) is not { } places)
        {
            return null;
        }

        // They are known as long as their names tell them apart.
        var names = places.Front.Select(static place => place.Name).ToArray();
        return names.Distinct().Count() < names.Length
            ? null
            : new Contents(
                types[0],
                places.Front.Select(static place => place.Name)
                    .Zip(places.Front.Select(place => Built(place.Value)), static (name, value) => new Content(name, value)).ToArray(),
                places.Rest is { } rest ? new Content("*", Built(rest)) : null,
                places.Back.Select((value, index) => new Content("^" + Literal.Of(places.Back.Count - index), Built(value))).ToArray(),
                places.IsFrontSure) { Least = places.Least };
    }

    private Places? PlacesOf(Thing container, SyntaxNode at)
    {
        var order = Listed(container) is { } items ? new(items, null, [], items.Count) : OrderOf(container, at);
        if (order is not null && (order.Rest is not null || order.Back.Count > 0 || order.Least < order.Front.Count)
            && IsDictionary(container.Type))
        {
            // A key that is not known may be another's.
            order = new([], order.All.Aggregate((a, b) => a.Or(b, null, Meeting(at))), [], 0);
        }

        if (order is null && container is { Kind: ThingKind.Made, IsSeveral: false } && Each(container, at) is { } any
            && (_store.Find(container, RestKey) is null || any.Calls.All(static call => call.Chosen is not null)))
        {
            // A width decides how many there are, and so which is where.
            order = new([], any, [], 0);
        }

        if (order is null || _store.TaintOf(container) is not null)
        {
            return null;
        }

        // Where a name is not known, as that of a round of a loop, it is any.
        var isNamed = IsDictionary(container.Type);
        var named = order.Front.Select((item, index) => PlaceOf(item, Literal.Of(index), isNamed, at)).ToArray();

        // A point, a star or a roof means something in the names of tensors.
        if (named.Any(static place => place?.Name.IndexOfAny(['.', '*', '^']) >= 0))
        {
            return null;
        }

        // Of so many and no more, it is told by its number from the end.
        var isCounted = order.Rest is null && order.Back.Count == 0 && order.Least == order.Front.Count && !isNamed;
        var front = named.Select((place, index) =>
                place ?? (isCounted ? ("^" + Literal.Of(named.Length - index), ModuleOf(order.Front[index], at)) : null))
            .TakeWhile(static place => place is not null).ToArray();
        if (front.Length < order.Front.Count)
        {
            var nameless = order.Front.Skip(front.Length).Aggregate((a, b) => a.Or(b, null, Meeting(at)));
            order = order with
            {
                Front = order.Front.Take(front.Length).ToArray(),
                Rest = order.Rest is null ? nameless : order.Rest.Or(nameless, null, Meeting(at)),
            };
        }

        return new(
            front.Select(static place => place!.Value).ToArray(),
            order.Rest is null ? null : ModuleOf(order.Rest, at),
            order.Back.Select(item => ModuleOf(item, at)).ToArray(),
            order.Least - order.Back.Count >= front.Length) { Least = order.Least };
    }

    /// <summary>
    /// Where a width decides which layers are there, each that is has the sizes that it was made with; of several of one class it is not
    /// known which of them is at a place.
    /// </summary>
    private IReadOnlyList<FactoryCall> AsMade(Thing thing, IReadOnlyList<FactoryCall> calls)
    {
        // As many as a width has, which a loop makes, are another thing: that is no choice.
        if (CountOf(thing).Doubt is not { } control || _store.Find(thing, RestKey) is not null)
        {
            return calls;
        }

        var made = _store.All(thing).Where(static slot => ElementSlots.IsElement(slot.Key))
            .SelectMany(static slot => slot.Value.Calls).Distinct()
            .ToLookup(static call => call.Method, SymbolEqualityComparer.Default);
        return calls.Select(call => made[call.Method].Take(2).ToArray() is { Length: 1 } only ? only[0] with { Chosen = control } : call)
            .ToArray();
    }

    /// <summary>The same, to be asked for sizes: of a module that a width chooses, they are not known.</summary>
    private static Value Decided(Value value) => value.Calls.All(static call => call.Chosen is null) ? value : value with
    {
        Calls = value.Calls.Select(static call => call.Chosen is { } control ? call.Doubtful(control) : call).ToArray(),
    };

    /// <param name="place">What it is called by its place.</param>
    /// <param name="isNamed">Whether it is called by its key.</param>
    private (string Name, Value Value)? PlaceOf(Value item, string place, bool isNamed, SyntaxNode at)
    {
        if (Named(item, "Value", ItemName(1), at) is not { } module)
        {
            return isNamed ? null : (place, item);
        }

        return Named(item, "Key", ItemName(0), at)?.Constant is string { Length: > 0 } name ? (name, module) : null;
    }

    /// <summary>What is called by its place, whatever its name.</summary>
    private Value ModuleOf(Value item, SyntaxNode at) => Named(item, "Value", ItemName(1), at) ?? item;

    /// <summary>A part of a pair, of several pairs what it may be.</summary>
    private Value? Named(Value item, string name, string otherwise, SyntaxNode at)
    {
        var parts = item.Things.Select(thing => _store.Find(thing, name) ?? _store.Find(thing, otherwise)).OfType<Value>().ToArray();
        return parts.Length == 0 || parts.Length < item.Things.Count ? null : parts.Aggregate((a, b) => a.Or(b, null, Meeting(at)));
    }

    /// <summary>What is in a container, by the names that it has there.</summary>
    /// <param name="Front">In order.</param>
    /// <param name="Rest">What any other may be; null if there is none.</param>
    /// <param name="Back">The last ones, in order.</param>
    /// <param name="IsFrontSure">Whether all in front are surely there.</param>
    private sealed record Places(IReadOnlyList<(string Name, Value Value)> Front, Value? Rest, IReadOnlyList<Value> Back, bool IsFrontSure)
    {
        /// <summary>How many there are at least.</summary>
        public int Least { get; init; }

        /// <summary>What is in one or the other.</summary>
        public Places Or(Places other, Doubt meeting)
        {
            var (one, two) = (WithoutBack(meeting), other.WithoutBack(meeting));
            var names = one.Front.Concat(two.Front).Select(static place => place.Name).Distinct().ToArray();
            return new(
                names.Select(name => (name, Joined(one.At(name), two.At(name))!)).ToArray(),
                Joined(one.Rest, two.Rest),
                [],
                one.IsFrontSure && two.IsFrontSure && names.Length == one.Front.Count && names.Length == two.Front.Count)
            {
                Least = Math.Min(Least, other.Least),
            };

            Value? Joined(Value? a, Value? b)
            {
                if (a is null)
                {
                    return b;
                }

                return b is null ? a : a.Or(b, null, meeting);
            }
        }

        private Value? At(string name) =>
            Front.Where(place => place.Name == name).Select(static place => place.Value).FirstOrDefault() ?? Rest;

        // The last one of the one is not the last one of the other.
        private Places WithoutBack(Doubt meeting) => Back.Count == 0 ? this : this with
        {
            Front = Front.Select(place =>
                (place.Name, IsFrontSure ? place.Value : Back.Aggregate(place.Value, (a, b) => a.Or(b, null, meeting)))).ToArray(),
            Rest = (Rest is null ? Back : [Rest, .. Back]).Aggregate((a, b) => a.Or(b, null, meeting)),
            Back = [],
        };
    }
}
