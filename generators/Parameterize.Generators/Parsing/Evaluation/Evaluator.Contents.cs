using Microsoft.CodeAnalysis;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Parsing;

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
        var inside = containers.Only() is { } container ? ContentsOf(container) : null;
        _contents--;
        return new Holding(
            value.Calls.Select(AsExchanged).ToArray(),
            inside,
            IsSole: !value.MayBeNull && others.Length == 0 && (containers.Length == 1) != (value.Calls.Count > 0),
            IsKnown: (containers.Length == 0 || inside is not null) && others.All(IsLayer) && (value.IsNull || value.Things.Count + value.Calls.Count > 0));
    }

    private bool IsContainer(Thing thing) => IsCollection(thing)
        && (TorchCollections.Is(thing.Type) || thing.Type is IArrayTypeSymbol || (thing.Type is not null && IsFramework(thing.Type)));

    /// <summary>Whether it is a module without tensors, or a layer of the catalogue that was seen to be made, and then was moved.</summary>
    private bool IsLayer(Thing thing) => thing.Type is { } type && (LayerCatalogue.Of(type) is not null
        ? thing.Unseen is null && CallsIn(Of(thing)).Count > 0
        : Held.IsModule(type) && Held.HasNoTensors(type));

    private Contents? ContentsOf(Thing container)
    {
        var at = _model.DeclaringSyntaxReferences[0].Node(cancellation);
        var order = Listed(container) is { } items ? new(items, null, [], items.Count) : OrderOf(container, at);
        if (order is not null && (order.Rest is not null || order.Back.Count > 0 || order.Least < order.Front.Count) && IsDictionary(container.Type))
        {
            // A key that is not known may be another's.
            order = new([], order.All.Aggregate((a, b) => a.Or(b, null, Meeting(at))), [], 0);
        }

        if (order is null || _store.TaintOf(container) is not null)
        {
            return null;
        }

        // Where a name is not known, as that of a round of a loop, it is any.
        var isNamed = IsDictionary(container.Type);
        var front = order.Front.Select((item, index) => Content(item, Literal.Of(index), isNamed, at)).TakeWhile(static content => content is not null).ToArray();
        if (front.Length < order.Front.Count)
        {
            var nameless = order.Front.Skip(front.Length).Aggregate((a, b) => a.Or(b, null, Meeting(at)));
            order = order with { Front = order.Front.Take(front.Length).ToArray(), Rest = order.Rest is null ? nameless : order.Rest.Or(nameless, null, Meeting(at)) };
        }

        var back = order.Back.Select((item, index) => Content(item, "^" + Literal.Of(order.Back.Count - index), isNamed: false, at, isPlace: true)).ToArray();
        var rest = order.Rest is { } any ? Content(any, "*", isNamed: false, at, isPlace: true) : null;
        var names = front.Select(static content => content!.Name).ToArray();

        // They are known as long as their names tell them apart; a point or a star means something in the names of tensors.
        return names.Any(static name => name.IndexOfAny(['.', '*', '^']) >= 0) || names.Distinct().Count() < names.Length
            ? null
            : new Contents(container.Type?.Name ?? "", front!, rest, back!, order.Least - back.Length >= front.Length);
    }

    /// <param name="place">What it is called by its place.</param>
    /// <param name="isNamed">Whether it is called by its key.</param>
    /// <param name="isPlace">Whether it is called by its place, whatever its name.</param>
    private Content? Content(Value item, string place, bool isNamed, SyntaxNode at, bool isPlace = false)
    {
        var (key, module) = (Named(item, "Key", ItemName(0), at), Named(item, "Value", ItemName(1), at));
        if (module is null)
        {
            return isNamed ? null : new Content(place, Built(item));
        }

        return isPlace ? new Content(place, Built(module))
            : key?.Constant is string { Length: > 0 } name ? new Content(name, Built(module))
            : null;
    }

    /// <summary>A part of a pair, of several pairs what it may be.</summary>
    private Value? Named(Value item, string name, string otherwise, SyntaxNode at)
    {
        var parts = item.Things.Select(thing => _store.Find(thing, name) ?? _store.Find(thing, otherwise)).OfType<Value>().ToArray();
        return parts.Length == 0 || parts.Length < item.Things.Count ? null : parts.Aggregate((a, b) => a.Or(b, null, Meeting(at)));
    }
}
