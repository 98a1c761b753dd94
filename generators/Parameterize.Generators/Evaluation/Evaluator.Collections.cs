using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Parameterize.Generators.Evaluation;

/// <content>
/// Collections of the framework and of TorchSharp: elements by number while it is known how many there are, and what each of the others
/// may be. A dictionary is a list of pairs.
/// </content>
internal sealed partial class Evaluator
{
    private const string CountKey = ElementSlots.Count;
    private const string RestKey = ElementSlots.Rest;

    /// <summary>An index that counts from the end.</summary>
    private static readonly object FromEnd = new();

    private Thing NewList(IOperation at, Frame? frame, ITypeSymbol? type = null, IReadOnlyList<Value>? items = null)
    {
        var thing = New(at, frame, type);
        for (var index = 0; index < (items?.Count ?? 0); index++)
        {
            Write(new Place(thing, index), items![index], at.Syntax);
        }

        SetCount(thing, Finite.Constant(items?.Count ?? 0), at.Syntax);
        return thing;
    }

    private Value Listed(IReadOnlyList<Value> items, IOperation at, ITypeSymbol? type) => Of(NewList(at, null, type, items));

    /// <summary>A collection with the elements of a sequence.</summary>
    private Value Listed(Sequence sequence, IOperation at, ITypeSymbol? type)
    {
        if (sequence.Items is { Count: <= MostItems } items)
        {
            return Listed(items, at, type);
        }

        var thing = New(at, null, type);
        SetElements(thing, sequence, at.Syntax);
        SetCount(thing, CountOf(sequence), at.Syntax);
        return Of(thing);
    }

    /// <summary>Writes elements that are not known one by one: in their order, as far as that is known.</summary>
    private void SetElements(Thing thing, Sequence sequence, SyntaxNode at)
    {
        var each = sequence.Each ?? Joined(sequence.Items, at);
        IEnumerable<KeyValuePair<object, Value>> slots = (thing.IsSeveral ? null : sequence.Order, each) switch
        {
            ({ } order, _) => ElementSlots.Written(order),
            (_, { } any) => [new(RestKey, any)],
            _ => [],
        };
        foreach (var slot in slots)
        {
            Keep(thing, slot.Key, Copied(slot.Value, thing, at, slot.Key), at);
        }
    }

    private static Dimension CountOf(Sequence sequence)
    {
        if (!sequence.Count.IsFinite)
        {
            return sequence.Count;
        }

        return sequence.Order is { } order
            ? Finite.Some(sequence.Count) with { AtLeast = order.Least }
            : Finite.Some(sequence.Count);
    }

    /// <summary>What is known of the order of a collection's elements.</summary>
    private ElementOrder? OrderOf(Thing thing, SyntaxNode at) =>
        thing is { Kind: ThingKind.Made, IsSeveral: false } && CountOf(thing).IsFinite
            ? ElementSlots.Read(_store.SlotsOf(thing), Meeting(at)) : null;

    private void SetCount(Thing thing, Dimension count, SyntaxNode at) => Write(new Place(thing, CountKey), new Value(count), at);

    private Dimension CountOf(Thing thing) => _store.TaintOf(thing) is { } taint ? Dimension.Unclear(taint)
        : _store.Find(thing, CountKey)?.Dimension ?? Finite.Handed();

    private bool IsCollection(Thing thing) => thing.Elements is not null || _store.Find(thing, CountKey) is not null
        || (thing.Kind == ThingKind.Handed && ElementType(thing.Type) is not null);

    private static ITypeSymbol? ElementType(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } list when IsFramework(list) => arguments[0],
        INamedTypeSymbol { TypeArguments: { Length: 2 } arguments, Name: "Dictionary" or "IDictionary" or "IReadOnlyDictionary" } =>
            arguments[1],
        _ => null,
    };

    /// <summary>The elements by number, if it is known how many there are.</summary>
    private IReadOnlyList<Value>? Exact(Thing thing)
    {
        if (CountOf(thing) is not { IsFinite: true, Value: >= 0 and <= MostItems and var count } || thing.IsSeveral)
        {
            return null;
        }

        var items = Enumerable.Range(0, (int)count).Select(index => _store.Find(thing, index)).ToArray();
        return items.All(static item => item is not null) ? items.OfType<Value>().ToArray() : null;
    }

    /// <summary>What each element may be; null if there are none.</summary>
    private Value? Each(Thing thing, SyntaxNode at)
    {
        if (thing.Kind == ThingKind.Handed && _store.Find(thing, RestKey) is null)
        {
            Write(new Place(thing, RestKey), Handed(ElementType(thing.Type), Finite.Handed()), at);
        }

        var each = Joined(
            _store.All(thing).Where(static slot => ElementSlots.IsElement(slot.Key)).Select(static slot => slot.Value).ToArray(), at,
            CountOf(thing).Doubt);
        each = each is { Calls.Count: > 0 } ? each with { Calls = AsMade(thing, each.Calls) } : each;
        return _store.TaintOf(thing) is { } taint
            ? (each ?? Nothing()) with { Dimension = Dimension.Unclear(taint), Constant = null } : each;
    }

    private static Value? Joined(IReadOnlyList<Value>? values, SyntaxNode at, Doubt? control = null) =>
        values is null or { Count: 0 } ? null : values.Aggregate((a, b) => a.Or(b, control, Meeting(at)));

    /// <summary>The elements by number, to be read: also of several that are made in one place, where all have as many.</summary>
    private IReadOnlyList<Value>? Listed(Thing thing)
    {
        if (!thing.IsSeveral)
        {
            return Exact(thing);
        }

        return _store.SlotsOf(thing) is var slots && CountOf(thing) is { IsFinite: true, Value: >= 0 and <= MostItems and var count }
            && slots.Keys.Count(ElementSlots.IsElement) == count && Enumerable.Range(0, (int)count).All(index => slots.ContainsKey(index))
            ? Enumerable.Range(0, (int)count).Select(index => slots[index]).ToArray()
            : null;
    }

    private Sequence ElementsOf(Value value, IOperation at)
    {
        if (value.Things.Count == 0)
        {
            return value.IsNull ? Sequence.Of([]) : Unlisted(value, at);
        }

        var all = value.Things.Select(thing => ElementsOf(thing, at)).ToArray();
        return all.Length == 1 ? all[0] : Sequence.Of(
            Joined(
                all.SelectMany(static one => one.Items ?? (one.Each is { } each ? [each] : [])).ToArray(), at.Syntax,
                value.Dimension.Doubt),
            all.Select(static one => Finite.Some(one.Count))
                .Aggregate((a, b) => Finite.Either(a, b, value.Dimension.Doubt, Meeting(at.Syntax))));
    }

    private Sequence ElementsOf(Thing thing, IOperation at)
    {
        if (thing.Elements is { } elements)
        {
            return elements();
        }

        if (!IsCollection(thing))
        {
            return Unlisted(Of(thing), at);
        }

        if (Listed(thing) is { } items && !IsUnordered(thing))
        {
            return Sequence.Of(IsReversed(thing) ? items.Reverse().ToArray() : items);
        }

        var each = Each(thing, at.Syntax);
        return Sequence.Of(each, CountOf(thing)) with
        {
            Order = IsReversed(thing) || IsUnordered(thing) ? null : OrderOf(thing, at.Syntax),
            Sure = SurelyIn(thing, each),
        };
    }

    private Sequence Unlisted(Value value, IOperation at)
    {
        var item = Opaque(at, [value], Reason(at), isReading: true);
        return Sequence.Of(item, item.Dimension);
    }

    private static bool IsUnordered(Thing thing) => thing.Type is { Name: "ConcurrentBag" } && IsFramework(thing.Type);

    private static bool IsReversed(Thing thing) => thing.Type is { Name: "Stack" } && IsFramework(thing.Type);

    /// <summary>Adds an element at the end.</summary>
    private void Append(Thing thing, Value item, SyntaxNode at)
    {
        var count = CountOf(thing);
        item = Copied(item, thing, at, CountKey);
        if (Exact(thing) is { Count: < MostItems } items)
        {
            Keep(thing, items.Count, item, at);
        }
        else if (OrderOf(thing, at) is { } order)
        {
            SetOrder(thing, order.Then(new([item], null, [], 1), Meeting(at)), at);
        }
        else
        {
            AppendSome(thing, item, at);
        }

        SetCount(thing, Arithmetic.Of(BinaryOperatorKind.Add, count, Finite.Constant(1), isWhole: true, at), at);
    }

    private void AppendSome(Thing thing, Value item, SyntaxNode at) =>
        Write(new Place(thing, RestKey, IsCertain: _store.Find(thing, RestKey) is null), item, at);

    /// <summary>Puts other elements in the place of the old ones.</summary>
    private void Replace(Thing thing, Sequence sequence, SyntaxNode at)
    {
        _rewritten.Add(thing);
        RemoveElements(thing);
        for (var index = 0; index < (sequence.Items?.Count ?? 0); index++)
        {
            Keep(thing, index, Copied(sequence.Items![index], thing, at, index), at);
        }

        if (sequence.Items is null)
        {
            SetElements(thing, sequence, at);
        }

        SetCount(thing, sequence.Items is null ? CountOf(sequence) : sequence.Count, at);
    }

    private void SetOrder(Thing thing, ElementOrder order, SyntaxNode at)
    {
        RemoveElements(thing);
        foreach (var slot in ElementSlots.Written(order))
        {
            Keep(thing, slot.Key, slot.Value, at);
        }
    }

    /// <summary>Puts an element into a place of a collection: a struct as it is, for it may have been in another place of it.</summary>
    private void Keep(Thing thing, object key, Value value, SyntaxNode at)
    {
        if (thing.Kind != ThingKind.Made || thing.IsSeveral)
        {
            Write(new Place(thing, key), value, at);
            return;
        }

        House(thing, key, value);
        _store.Set(thing, key, value);
        foreach (var handler in _handlers)
        {
            // Where it failed before, the last one is another.
            foreach (var place in key is not < 0
                ? [key]
                : handler.All(thing).Select(static slot => slot.Key).Where(static place => place is >= 0).Append(RestKey).ToArray())
            {
                handler.Set(thing, place, handler.Find(thing, place) is { } other ? other.Or(value, null, Meeting(at)) : value);
            }
        }
    }

    /// <summary>What a collection keeps of a struct that it is given.</summary>
    private Value Copied(Value value, Thing thing, SyntaxNode at, object place)
    {
        if (!value.Things.Any(static part => part.IsStruct && part.Elements is null))
        {
            return value;
        }

        var kind = value.Things.Max(static part => part.Kind);
        var copy = _repeating == 0
            ? new Thing(kind, value.Things[0].Type)
            : SiteOf((at, (thing, place)), value.Things[0].Type, kind, isMadeAgain: true);
        foreach (var slot in value.Things.SelectMany(part => _store.All(part).ToArray())
            .GroupBy(static slot => slot.Key, Identity.Keys)
            .ToArray())
        {
            Write(
                new Place(copy, slot.Key),
                slot.Select(static part => part.Value).Aggregate((a, b) => a.Or(b, ControlIn(value), Meeting(at))), at);
        }

        if (value.Things.Select(_store.TaintOf).FirstOrDefault(static taint => taint is not null) is { } tainted)
        {
            _store.Taint(copy, tainted);
        }

        return value with { Things = [copy] };
    }

    private void RemoveElements(Thing thing)
    {
        foreach (var slot in _store.All(thing).Where(static slot => ElementSlots.IsElement(slot.Key)).ToArray())
        {
            _store.Remove(thing, slot.Key);
        }
    }

    /// <summary>Forgets which element is where: they were put in another order, some taken out, or some put between them.</summary>
    private void Scramble(Thing thing, SyntaxNode at, Value? added = null)
    {
        var before = Each(thing, at);
        var each = before is null || added is null ? before ?? added : before.Or(added, null, Meeting(at));
        _rewritten.Add(thing);
        RemoveElements(thing);
        if (each is not null)
        {
            Keep(thing, RestKey, each, at);
        }

        SetCount(thing, Finite.Some(CountOf(thing)), at);
    }

    private Value Array(IArrayCreationOperation creation, Frame frame)
    {
        var sizes = creation.DimensionSizes.Select(size => Evaluate(size, frame)).ToArray();
        if (creation.Initializer is { } initializer && sizes.Length == 1)
        {
            return Of(
                NewList(creation, frame, creation.Type, initializer.ElementValues.Select(element => Element(element, frame)).ToArray()));
        }

        var thing = New(creation, frame, creation.Type);
        var items = creation.Initializer is { } nested ? Flat(nested).ToArray() : [];
        var each = Joined(items, creation.Syntax)
            ?? (creation.Type is IArrayTypeSymbol { ElementType: { IsValueType: true } element }
                ? DefaultOf(element, creation, frame)
                : Value.Null());
        if (sizes.Length == 1 && sizes[0].Dimension is { IsFinite: true, Value: >= 0 and <= MostRounds and var count })
        {
            for (var index = 0; index < (int)count; index++)
            {
                Write(new Place(thing, index), each, creation.Syntax);
            }
        }
        else
        {
            Write(new Place(thing, RestKey), each, creation.Syntax);
        }

        for (var axis = 0; axis < sizes.Length; axis++)
        {
            Write(new Place(thing, "axis " + Infrastructure.Literal.Of(axis)), sizes[axis], creation.Syntax);
        }

        SetCount(thing, sizes.Select(static size => size.Dimension).Aggregate((a, b) => a * b), creation.Syntax);
        return Of(thing);

        IEnumerable<Value> Flat(IArrayInitializerOperation part) => part.ElementValues.SelectMany(element =>
            element is IArrayInitializerOperation inner ? Flat(inner) : [Evaluate(element, frame)]);
    }

    /// <summary>Elements on the stack, all 0.</summary>
    private Value Allocated(IOperation allocation, Frame frame)
    {
        var size = Evaluate(allocation.ChildOperations.FirstOrDefault(), frame);
        return size.Dimension is { IsFinite: true, AtBase: >= 0 and <= MostRounds and var count }
            ? Of(NewList(allocation, frame, allocation.Type, Enumerable.Repeat(Constant(0), (int)count).ToArray()))
            : Opaque(allocation, [size], Reason(allocation));
    }

    private Value Element(IOperation element, Frame frame) => element is IArrayInitializerOperation inner
        ? Listed(inner.ElementValues.Select(part => Element(part, frame)).ToArray(), inner, null)
        : Evaluate(element, frame);

    private Value Collect(ICollectionExpressionOperation collection, Frame frame)
    {
        var parts = collection.Elements.Select(element => element is ISpreadOperation spread
            ? ElementsOf(Evaluate(spread.Operand, frame), spread.Operand)
            : Sequence.Of([Evaluate(element, frame)])).ToArray();
        return Listed(Concatenated(parts, collection.Syntax), collection, collection.Type);
    }

    private static Sequence Concatenated(IReadOnlyList<Sequence> parts, SyntaxNode at)
    {
        if (parts.All(static part => part.Items is not null))
        {
            return Sequence.Of(parts.SelectMany(static part => part.Items!).ToArray());
        }

        var count = parts.Select(static part => part.Count)
            .Aggregate((a, b) => Arithmetic.Of(BinaryOperatorKind.Add, a, b, isWhole: true, at));
        return Sequence.Of(parts.Select(ElementOrder.Of).Aggregate((a, b) => a.Then(b, Meeting(at))), count, Meeting(at)) with
        {
            Sure = parts.SelectMany(static part =>
                part.Items is { } items ? items.Where(static item => item is { Calls.Count: 1, Things.Count: 0 }) : part.Sure).ToArray(),
        };
    }
}
