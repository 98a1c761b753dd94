using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Evaluation;

/// <content>Elements by index or key.</content>
internal sealed partial class Evaluator
{
    private Reference Element(Value collection, IReadOnlyList<Value> indices, IOperation at, Frame frame)
    {
        var property = (at as IPropertyReferenceOperation)?.Property;
        if (property?.IsSourced() == true)
        {
            return new(
                () => Accessor(property!.GetMethod, indices),
                value => Accessor(property!.SetMethod, [.. indices, value]));
        }

        if (indices.Count != 1 || collection.Things.Count == 0 || !collection.Things.All(IsCollection))
        {
            return IsTable(collection)
                ? new(() => Each(collection.Things[0], at.Syntax) ?? Nothing(), value => AppendSome(collection.Things[0], value, at.Syntax))
                : new(
                    () => Opaque(at, [collection, .. indices], Reason(at), isReading: true),
                    value => Opaque(at, [collection, .. indices, value], Reason(at)));
        }

        if (indices[0].Constant is Slice slice)
        {
            return new(() => Sliced(collection, slice, at), value => Opaque(at, [collection, value], Reason(at)));
        }

        var places = collection.Things.Count == 1 && PlaceAt(collection.Things[0], indices[0]) is { } place ? new[] { place } : null;
        return new(() => GetElement(collection, indices[0], at), value => SetElement(collection, indices[0], value, at), places);

        Value Accessor(IMethodSymbol? accessor, IReadOnlyList<Value> given) =>
            accessor is null ? Nothing() : Call(accessor, collection, given, at, null);
    }

    /// <summary>Whether it is an array of several dimensions, of whose elements only what they all may be is known.</summary>
    private bool IsTable(Value collection) =>
        collection.Things.Only() is { Type: IArrayTypeSymbol { Rank: > 1 } } table && IsCollection(table);

    private Place? PlaceAt(Thing thing, Value index)
    {
        if (thing is { Kind: ThingKind.Handed, Type: IArrayTypeSymbol }
            && index is { Constant: null, Dimension: { IsFinite: true, AtBase: >= 0 and < int.MaxValue and var at } })
        {
            return new Place(thing, (int)at);
        }

        if (thing.Elements is not null || IsDictionary(thing.Type) || Exact(thing) is not { } items || !index.Dimension.IsFinite
            || index.Dimension.AtBase is not { } number)
        {
            return null;
        }

        number = ReferenceEquals(index.Constant, FromEnd) ? items.Count - number : number;
        return number >= 0 && number < items.Count ? new Place(thing, (int)number) : null;
    }

    private Value GetElement(Value collection, Value index, IOperation at)
    {
        var values = collection.Things.Select(Get).ToArray();
        return Joined(values, at.Syntax, ControlIn(collection))!;

        Value Get(Thing thing)
        {
            if (index.Constant is CountedPlace { Collection: var counted, Item: var item } && ReferenceEquals(counted, thing))
            {
                return item;
            }

            if (IsDictionary(thing.Type))
            {
                return Looked(thing, index, at);
            }

            if (PlaceAt(thing, index) is { } place)
            {
                return Read(place, at);
            }

            var sequence = ElementsOf(thing, at);
            if (sequence.Items is { } items && thing.Elements is not null && index.Dimension is { IsFinite: true, AtBase: { } number }
                && number < items.Count)
            {
                return items[(int)number];
            }

            if (Joined(sequence.Items ?? (sequence.Each is { } each ? [each] : []), at.Syntax, ControlOf(index, at.Syntax)) is { } any)
            {
                return index.Dimension.IsFinite || sequence.Items is { Count: 1 } || IsConstant(any)
                    ? any
                    : any with { Dimension = Dimension.Unclear(Parting(at.Syntax)) };
            }

            return Value.Unclear(new(at.Syntax, "is no element that the collection is seen to have"));
        }
    }

    private static bool IsConstant(Value value) => value.Dimension.IsFinite && value.Dimension.Value is not null;

    private void SetElement(Value collection, Value index, Value value, IOperation at)
    {
        var control = index.Dimension.IsFinite ? collection.Dimension.Doubt : Parting(at.Syntax);
        foreach (var thing in collection.Things)
        {
            _rewritten.Add(thing);
            if (IsDictionary(thing.Type))
            {
                Put(thing, index, value, at, isNew: false);
            }
            else if (collection.Things.Count == 1 && PlaceAt(thing, index) is { } place)
            {
                Write(place, value, at.Syntax);
            }
            else
            {
                SetSome(thing, index, value, at.Syntax, control);
            }
        }
    }

    /// <summary>One of several elements: the one at a number, in a collection whose length is not known, or any from a number on.</summary>
    private void SetSome(Thing thing, Value index, Value value, SyntaxNode at, Doubt? control)
    {
        Each(thing, at);
        var least = 0;
        if (OrderOf(thing, at) is { } order && control is null && !ReferenceEquals(index.Constant, FromEnd)
            && index.Dimension.AtLeast is >= 0 and < MostItems and var from)
        {
            SetOrder(thing, order.Folded(Meeting(at)), at);
            if (index.Dimension.Value is { } known)
            {
                SetOne(thing, (int)known, value, at);
                return;
            }

            least = (int)from;
        }

        foreach (var slot in _store.All(thing)
            .Where(slot => slot.Key is RestKey || (slot.Key is int place && (place < 0 || place >= least))).ToArray())
        {
            Write(new Place(thing, slot.Key, IsCertain: false), value, at, control);
        }

        AppendSome(thing, value, at);
    }

    // Those before it are told apart too, so that places follow each other.
    private void SetOne(Thing thing, int place, Value value, SyntaxNode at)
    {
        for (var before = 0; before < place; before++)
        {
            if (_store.Find(thing, before) is null && _store.Find(thing, RestKey) is { } rest)
            {
                Keep(thing, before, rest, at);
            }
        }

        Keep(thing, place, Copied(value, thing, at, place), at);
    }

    private static bool IsDictionary(ITypeSymbol? type) =>
        type is { Name: "Dictionary" or "IDictionary" or "IReadOnlyDictionary" or "ModuleDict" or "ParameterDict" };

    /// <summary>The value of a key: of one that is known among known ones, its own; else what all may be.</summary>
    private Value Looked(Thing dictionary, Value key, IOperation at)
    {
        if (Exact(dictionary) is { } pairs)
        {
            var equal = pairs.Select(pair => AreEqual(Part(pair, "Key", at), key, at.Syntax).Constant as bool?).ToArray();
            var found = System.Array.FindLastIndex(equal, static match => match is not false);
            if (found >= 0 && equal[found] is true)
            {
                return Part(pairs[found], "Value", at);
            }
        }

        if (Each(dictionary, at.Syntax) is { } each)
        {
            return Part(each, "Value", at) is var value && key.Dimension.IsFinite && Part(each, "Key", at).Dimension.IsFinite
                ? value
                : value with { Dimension = Dimension.Unclear(Parting(at.Syntax)) };
        }

        return Value.Unclear(new(at.Syntax, "is no element that the collection is seen to have"));
    }

    private Value TryLook(Thing dictionary, Value key, IReadOnlyList<Place>? target, IOperation call)
    {
        var (pairs, isFound) = (Exact(dictionary), new Value(Finite.Opaque(null)));
        if (pairs is not null)
        {
            isFound = pairs.Select(pair => AreEqual(Part(pair, "Key", call), key, call.Syntax)).Aggregate(Truth(false), Either);
        }

        if (target is not null)
        {
            var found = isFound.Constant is false ? Constant(0) : Looked(dictionary, key, call);
            Write(target, isFound.Constant is bool ? found : found.Or(Constant(0), null, Meeting(call.Syntax)), call.Syntax);
        }

        return isFound;
    }

    private void Put(Thing dictionary, Value key, Value value, IOperation at, bool isNew)
    {
        var isDoubtful = false;
        if (Exact(dictionary) is { } pairs && !isNew)
        {
            var equal = pairs.Select(pair => AreEqual(Part(pair, "Key", at), key, at.Syntax).Constant as bool?).ToArray();
            for (var index = 0; index < pairs.Count; index++)
            {
                if (equal[index] is not false)
                {
                    var grows = equal[index] is null && !(key.Dimension.IsFinite && Part(pairs[index], "Key", at).Dimension.IsFinite);
                    isDoubtful |= grows;
                    foreach (var pair in pairs[index].Things)
                    {
                        Write(new Place(pair, "Value", equal[index] is true), value, at.Syntax, grows ? Parting(at.Syntax) : null);
                    }
                }
            }

            if (equal.Contains(true))
            {
                return;
            }
        }

        Append(dictionary, Pair(key, value, at), at.Syntax);
        if (isDoubtful)
        {
            SetCount(dictionary, Dimension.Unclear(Parting(at.Syntax)), at.Syntax);
        }
    }

    private Value Pair(Value key, Value value, IOperation at)
    {
        var pair = New(at, null, null);
        Write(new Place(pair, "Key"), key, at.Syntax);
        Write(new Place(pair, "Value"), value, at.Syntax);
        return Of(pair);
    }

    private Value Part(Value pair, string name, IOperation at) => pair.Things.Count == 0
        ? Opaque(at, [pair], Reason(at), isReading: true)
        : pair.Things.Select(thing => _store.Find(thing, name) ?? Opaque(at, [Of(thing)], Reason(at), isReading: true))
            .Aggregate((a, b) => a.Or(b, ControlIn(pair), Meeting(at.Syntax)));

    private Value Sliced(Value collection, Slice slice, IOperation at)
    {
        if (at.Type is { IsValueType: true } || collection.Things.Any(static thing => thing.Type is { IsValueType: true }))
        {
            // A span's slice is a view of the same elements.
            return Opaque(at, [collection], "is a view of others' elements, which is not followed; use an array");
        }

        var sequence = ElementsOf(collection, at);
        if (sequence.Items is { } items && Bound(slice.Start, 0) is { } start && Bound(slice.End, items.Count) is { } end && start <= end
            && end <= items.Count)
        {
            return Listed(items.Skip(start).Take(end - start).ToArray(), at, at.Type);
        }

        var isFinite = (slice.Start?.Dimension.IsFinite ?? true) && (slice.End?.Dimension.IsFinite ?? true);
        return Listed(
            Sequence.Of(
                sequence.Each ?? Joined(sequence.Items, at.Syntax),
                isFinite ? Finite.Some(sequence.Count) : Dimension.Unclear(Parting(at.Syntax))), at, at.Type);

        int? Bound(Value? bound, int otherwise)
        {
            if (bound is null)
            {
                return otherwise;
            }

            if (bound.Dimension is { IsFinite: true, AtBase: { } number } && number >= 0 && number <= items.Count)
            {
                return ReferenceEquals(bound.Constant, FromEnd) ? items.Count - (int)number : (int)number;
            }

            return null;
        }
    }

    /// <summary>A range of indices.</summary>
    private sealed record Slice(Value? Start, Value? End);
}
