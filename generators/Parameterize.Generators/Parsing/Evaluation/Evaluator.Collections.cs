using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Parameterize.Generators.Parsing;

/// <content>
/// Collections of the framework and of TorchSharp: elements by number while it is known how many there are, and what each of the others
/// may be. A dictionary is a list of pairs.
/// </content>
internal sealed partial class Evaluator
{
    private const string CountKey = "count";
    private const string RestKey = "rest";

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
        if ((sequence.Each ?? Joined(sequence.Items, at.Syntax)) is { } each)
        {
            Write(new Place(thing, RestKey), each, at.Syntax);
        }

        SetCount(thing, sequence.Count.IsFinite ? Finite.Some(sequence.Count) : sequence.Count, at.Syntax);
        return Of(thing);
    }

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

        var each = Joined(_store.All(thing).Where(static slot => slot.Key is int or RestKey).Select(static slot => slot.Value).ToArray(), at, CountOf(thing).Doubt);
        return _store.TaintOf(thing) is { } taint
            ? (each ?? Nothing()) with { Dimension = Dimension.Unclear(taint), Constant = null } : each;
    }

    private static Value? Joined(IReadOnlyList<Value>? values, SyntaxNode at, Doubt? control = null) =>
        values is null or { Count: 0 } ? null : values.Aggregate((a, b) => a.Or(b, control, Meeting(at)));

    private Sequence ElementsOf(Value value, IOperation at)
    {
        if (value.Things.Count == 0)
        {
            return value.IsNull ? Sequence.Of([]) : Unlisted(value, at);
        }

        var all = value.Things.Select(thing => ElementsOf(thing, at)).ToArray();
        return all.Length == 1 ? all[0] : Sequence.Of(
            Joined(all.SelectMany(static one => one.Items ?? (one.Each is { } each ? [each] : [])).ToArray(), at.Syntax, value.Dimension.Doubt),
            all.Select(static one => Finite.Some(one.Count)).Aggregate((a, b) => Finite.Either(a, b, value.Dimension.Doubt, Meeting(at.Syntax))));
    }

    private Sequence ElementsOf(Thing thing, IOperation at)
    {
        if (thing.Elements is { } elements)
        {
            return elements();
        }

        return !IsCollection(thing) ? Unlisted(Of(thing), at)
            : Exact(thing) is { } items ? Sequence.Of(IsReversed(thing) ? items.Reverse().ToArray() : items)
            : Sequence.Of(Each(thing, at.Syntax), CountOf(thing));
    }

    private Sequence Unlisted(Value value, IOperation at)
    {
        var item = Opaque(at, [value], Reason(at), isReading: true);
        return Sequence.Of(item, item.Dimension);
    }

    private static bool IsReversed(Thing thing) => thing.Type is { Name: "Stack" } && IsFramework(thing.Type);

    /// <summary>Adds an element at the end.</summary>
    private void Append(Thing thing, Value item, SyntaxNode at)
    {
        var count = CountOf(thing);
        if (Exact(thing) is { Count: < MostItems } items)
        {
            Write(new Place(thing, items.Count), item, at);
        }
        else
        {
            AppendSome(thing, item, at);
        }

        SetCount(thing, Arithmetic.Of(BinaryOperatorKind.Add, count, Finite.Constant(1), isWhole: true, at), at);
    }

    private void AppendSome(Thing thing, Value item, SyntaxNode at) =>
        Write(new Place(thing, RestKey, IsCertain: _store.Find(thing, RestKey) is null), item, at);

    /// <summary>Puts a new order of elements in the place of the old one.</summary>
    private void Replace(Thing thing, Sequence sequence, SyntaxNode at)
    {
        var each = sequence.Each;
        foreach (var slot in _store.All(thing).Where(static slot => slot.Key is int or RestKey).ToArray())
        {
            _store.Remove(thing, slot.Key);
        }

        for (var index = 0; index < (sequence.Items?.Count ?? 0); index++)
        {
            Write(new Place(thing, index), sequence.Items![index], at);
        }

        if (each is not null)
        {
            Write(new Place(thing, RestKey), each, at);
        }

        SetCount(thing, sequence.Items is null ? Finite.Some(sequence.Count) : sequence.Count, at);
    }

    private Value Array(IArrayCreationOperation creation, Frame frame)
    {
        var sizes = creation.DimensionSizes.Select(size => Evaluate(size, frame)).ToArray();
        if (creation.Initializer is { } initializer && sizes.Length == 1)
        {
            return Of(NewList(creation, frame, creation.Type, initializer.ElementValues.Select(element => Element(element, frame)).ToArray()));
        }

        var thing = New(creation, frame, creation.Type);
        var items = creation.Initializer is { } nested ? Flat(nested).ToArray() : [];
        var each = Joined(items, creation.Syntax) ?? (creation.Type is IArrayTypeSymbol { ElementType: { IsValueType: true } element } ? DefaultOf(element, creation, frame) : Value.Null());
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

    private static Sequence Concatenated(IReadOnlyList<Sequence> parts, SyntaxNode at) => parts.All(static part => part.Items is not null)
        ? Sequence.Of(parts.SelectMany(static part => part.Items!).ToArray())
        : Sequence.Of(
            Joined(parts.SelectMany(static part => part.Items ?? (part.Each is { } each ? [each] : [])).ToArray(), at),
            parts.Select(static part => part.Count).Aggregate((a, b) => Arithmetic.Of(BinaryOperatorKind.Add, a, b, isWhole: true, at)));
}
