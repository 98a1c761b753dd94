using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Parameterize.Generators.Evaluation;

/// <content>
/// LINQ, as it runs: a query is evaluated when its elements are asked for, with what its functions see then; within a loop of unknown
/// length at once, since there is no order of rounds to tell.
/// </content>
internal sealed partial class Evaluator
{
    private static readonly HashSet<string> QueryNames =
    [
        "Select", "Where", "SelectMany", "Concat", "Append", "Prepend", "Skip", "Take", "SkipLast", "TakeLast", "Reverse", "Zip", "Cast",
        "OfType", "AsEnumerable",
        "Distinct", "First", "Last", "Single", "FirstOrDefault", "LastOrDefault", "ElementAt", "Sum", "Max", "Min", "Count", "Any", "All",
        "Aggregate",
        "ToArray", "ToList", "ToHashSet", "ToImmutableArray", "Contains", "IndexOf", "ToString", "Length", "GetLength",
    ];

    private static bool IsQuery(string name) => QueryNames.Contains(name);

    private Value? Query(IMethodSymbol method, IReadOnlyList<Value> given, IOperation call)
    {
        switch (method.Name, given.Count)
        {
            case ("Range", 2):
                return Deferred(() => Counted(given[0], given[1], call), call, method);
            case ("Repeat", 2):
                return Deferred(() => Repeated(given[0], given[1], call), call, method);
            case ("Empty", 0):
                return Listed([], call, method.ReturnType);
            case ("Create" or "CreateRange", _) when method.ContainingType.Name != "MemoryExtensions":
                return Listed(
                    given.Count == 1 && given[0].Things.Any(IsCollection) ? ElementsOf(given[0], call) : Sequence.Of(given), call,
                    method.ReturnType);
            case ("AsSpan" or "AsMemory", 1):
                return given[0];
        }

        if (given.Count == 0 || method.ContainingType.Name == "MemoryExtensions")
        {
            return null;
        }

        return Lazily(method, given, call) ?? AtOnce(method.Name, given, method, call);
    }

    private Value? Lazily(IMethodSymbol method, IReadOnlyList<Value> given, IOperation call)
    {
        Func<Sequence, Sequence>? query = (method.Name, given.Count) switch
        {
            ("Select", 2) =>
                source => Mapped(source, (item, index) => Apply(given[1], ArityOf(given[1]) == 2 ? [item, index] : [item], call), call),
            ("Where", 2) =>
                source => Filtered(source, (item, index) => Apply(given[1], ArityOf(given[1]) == 2 ? [item, index] : [item], call), call),
            ("SelectMany", 2) =>
                source => Concatenated(Parts(source, item => ElementsOf(Apply(given[1], [item], call), call), call), call.Syntax),
            ("SelectMany", 3) => source => Concatenated(
                Parts(
                    source,
                    item =>
                        Mapped(ElementsOf(Apply(given[1], [item], call), call), (inner, _) => Apply(given[2], [item, inner], call), call),
                        call), call.Syntax),
            ("Concat", 2) => source => Concatenated([source, ElementsOf(given[1], call)], call.Syntax),
            ("Append", 2) => source => Concatenated([source, Sequence.Of([given[1]])], call.Syntax),
            ("Prepend", 2) => source => Concatenated([Sequence.Of([given[1]]), source], call.Syntax),
            ("Skip", 2) => source => Cut(source, given[1], call, static (items, count) => items.Skip(count)),
            ("Take", 2) => source => Cut(source, given[1], call, static (items, count) => items.Take(count)),
            ("SkipLast", 2) => source => Cut(source, given[1], call, static (items, count) => items.Take(Math.Max(0, items.Count - count))),
            ("TakeLast", 2) => source => Cut(source, given[1], call, static (items, count) => items.Skip(Math.Max(0, items.Count - count))),
            ("Reverse", 1) =>
                static source => source.Items is { } items ? Sequence.Of(items.Reverse().ToArray()) : source with { Order = null },
            ("Zip", 2 or 3) => source => Zipped(source, ElementsOf(given[1], call), given.Count == 3 ? given[2] : null, call),
            ("Cast" or "AsEnumerable", 1) => static source => source,
            ("OfType", 1) when method.TypeArguments.Length == 1 => source => Typed(source, method.TypeArguments[0], call),
            _ => null,
        };
        return query is null ? null : Deferred(() => query(ElementsOf(given[0], call)), call, method);
    }

    private Value Deferred(Func<Sequence> elements, IOperation call, IMethodSymbol method) => _repeating > 0
        ? Listed(elements(), call, method.ReturnType)
        : Of(new Thing(ThingKind.Made, method.ReturnType) { Elements = elements });

    private Value? AtOnce(string name, IReadOnlyList<Value> given, IMethodSymbol method, IOperation call)
    {
        var source = ElementsOf(given[0], call);
        if (given.Count == 2 && name is "First" or "Last" or "Single" or "FirstOrDefault" or "LastOrDefault" or "Count" or "Any"
            && given[1].Closures.Count > 0)
        {
            source = Filtered(source, (item, _) => Apply(given[1], [item], call), call);
        }
        else if (given.Count == 2 && name is "Sum" or "Max" or "Min" && given[1].Closures.Count > 0)
        {
            source = Mapped(source, (item, _) => Apply(given[1], [item], call), call);
        }

        var at = call.Syntax;
        var items = source.Items;
        return name switch
        {
            "ToArray" or "ToList" or "ToImmutableArray" or "ToImmutableList" when given.Count == 1 =>
                Listed(source, call, method.ReturnType),
            "First" or "Single" or "FirstOrDefault" when items is { Count: > 0 } => items[0],
            "Last" or "LastOrDefault" when items is { Count: > 0 } => items[items.Count - 1],
            "ElementAt" when given.Count == 2 => GetElement(Listed(source, call, null), given[1], call),
            "Count" or "LongCount" => new(source.Count),
            "Any" when items is not null => Truth(items.Count > 0),
            "Sum" when items is not null => new(items.Select(static item => item.Dimension).Aggregate(
                Finite.Constant(0), (a, b) => Arithmetic.Of(BinaryOperatorKind.Add, a, b, isWhole: false, at))),
            "Max" or "Min" when items is { Count: > 0 } =>
                new(items.Select(static item => item.Dimension).Aggregate((a, b) => Arithmetic.Extreme(a, b, name == "Max", at))),
            "Aggregate" when items is not null => Folded(items, given, call),
            "First" or "Single" or "FirstOrDefault" or "Last" or "LastOrDefault" when source.Each is { } each =>
                source.Count.IsFinite || IsConstant(each)
                ? each : each with { Dimension = Dimension.Unclear(Parting(at)) },
            _ => null,
        };
    }

    private Value Folded(IReadOnlyList<Value> items, IReadOnlyList<Value> given, IOperation call)
    {
        var hasSeed = given.Count > 2 || (given.Count == 2 && given[1].Closures.Count == 0);
        if (given.Count == 2)
        {
            return items.Count == 0 ? Nothing() : items.Aggregate((a, b) => Apply(given[1], [a, b], call));
        }

        var folded = items.Aggregate(given[1], (a, b) => Apply(given[2], [a, b], call));
        return hasSeed && given.Count == 4 ? Apply(given[3], [folded], call) : folded;
    }

    private static int ArityOf(Value function) => function.Closures.Count == 0 ? 1 : function.Closures[0].Method.Parameters.Length;

    private Sequence Mapped(Sequence source, Func<Value, Value, Value> map, IOperation call)
    {
        if (source.Items is { } items)
        {
            return Sequence.Of(items.Select((item, index) => map(item, Constant(index))).ToArray());
        }

        if (source.Order is { Front.Count: > 0 } order && _repeating == 0)
        {
            return Sequence.Of(
                Ordered(order, (item, index) => AsGiven(map(item, index)), source.Count, call), source.Count, Meeting(call.Syntax));
        }

        return source.Each is { } each
            ? Sequence.Of(Several(() => AsGiven(map(each, new Value(Finite.Some(source.Count)))), source.Count, call), source.Count)
            : source;
    }

    /// <summary>The first ones are mapped one by one, as far as there are so many; then the others.</summary>
    private ElementOrder Ordered(ElementOrder order, Func<Value, Value, Value> map, Dimension count, IOperation call)
    {
        return order.Select(
            (value, index) => One(value, Constant(index), isSure: index < order.Least - order.Back.Count),
            rest => Several(() => map(rest, new Value(Finite.Some(count) with { AtLeast = order.Front.Count })), count, call),
            back => One(back, new Value(Finite.Some(count)), isSure: order.Least >= order.Back.Count));

        Value One(Value value, Value index, bool isSure)
        {
            var before = _store.Fork();
            var mapped = map(value, index);
            _store = isSure ? _store : before.Join(_store, null, Deciding(call.Syntax));
            return mapped;
        }
    }

    private IReadOnlyList<Sequence> Parts(Sequence source, Func<Value, Sequence> map, IOperation call)
    {
        if (source.Items is { } items)
        {
            return items.Select(map).ToArray();
        }

        return source.Each is { } each && Several(() => map(each), source.Count, call) is var part
            ? [Sequence.Of(part.Each ?? part.Items?.FirstOrDefault(), Finite.Some(source.Count))]
            : [Sequence.Of([])];
    }

    private Sequence Filtered(Sequence source, Func<Value, Value, Value> predicate, IOperation call)
    {
        if (source.Items is not { } items)
        {
            return source.Each is { } each
                && Several(() => predicate(each, new Value(Finite.Some(source.Count))), source.Count, call) is var verdict
                && !verdict.Dimension.IsFinite
                ? Sequence.Of(each, Dimension.Unclear(Parting(call.Syntax)))
                : Sequence.Of(source.Each, Finite.Some(source.Count));
        }

        var verdicts = items.Select((item, index) => predicate(item, Constant(index))).ToArray();
        if (verdicts.All(static verdict => verdict.Constant is bool))
        {
            return Sequence.Of(items.Where((_, index) => verdicts[index].Constant is true).ToArray());
        }

        var control = verdicts.Any(static verdict => !verdict.Dimension.IsFinite) ? Parting(call.Syntax) : null;
        return Sequence.Of(Joined(items, call.Syntax, control), control is null ? Finite.Opaque(null) : Dimension.Unclear(control));
    }

    /// <summary>Those that are of a type.</summary>
    private Sequence Typed(Sequence source, ITypeSymbol type, IOperation call)
    {
        var typed = Filtered(
            source, (item, _) => Is(item) is { } known ? Truth(known) : new Value(Finite.Opaque(GrowthIn([item], Parting(call.Syntax)))),
            call);
        return typed with { Sure = source.Sure.Where(item => Is(item) is true).ToArray() };

        bool? Is(Value item)
        {
            if (item.IsNull)
            {
                return false;
            }

            return item.MayBeNull ? null : IsModuleOf(item, type);
        }
    }

    private Sequence Zipped(Sequence a, Sequence b, Value? function, IOperation call)
    {
        if (a.Items is { } left && b.Items is { } right)
        {
            return Sequence.Of(
                left.Zip(
                    right, (x, y) => function is null ? NewParts([ItemName(0), ItemName(1)], [x, y], call) : Apply(function, [x, y], call))
                        .ToArray());
        }

        var (first, second) = (a.Each ?? Joined(a.Items, call.Syntax), b.Each ?? Joined(b.Items, call.Syntax));
        var count = Finite.Some(Finite.Either(a.Count, b.Count, null, Meeting(call.Syntax)));
        return first is null || second is null ? Sequence.Of([]) : Sequence.Of(
            Several(
                () =>
                    function is null ? NewParts([ItemName(0), ItemName(1)], [first, second], call) : Apply(function, [first, second], call),
                    count, call), count);
    }

    private static Sequence Cut(Sequence source, Value count, IOperation call, Func<IReadOnlyList<Value>, int, IEnumerable<Value>> cut) =>
        source.Items is { } items && count.Dimension is { IsFinite: true, AtBase: { } number } && Math.Abs(number) < int.MaxValue
            ? Sequence.Of(cut(items, (int)number).ToArray())
            : Sequence.Of(
                source.Each ?? Joined(source.Items, call.Syntax, ControlOf(count, call.Syntax)),
                count.Dimension.IsFinite ? Finite.Some(source.Count) : Dimension.Unclear(Parting(call.Syntax)));

    private static Sequence Counted(Value start, Value count, IOperation call)
    {
        if (start.Dimension is { IsFinite: true, AtBase: { } first }
            && count.Dimension is { IsFinite: true, AtBase: >= 0 and <= MostRounds and var number })
        {
            return Sequence.Of(Enumerable.Range(0, (int)number).Select(index => Constant(first + index)).ToArray());
        }

        if (start.Dimension is { IsFinite: true, AtBase: { } from } && count.Dimension.IsFinite)
        {
            return Sequence.Of(
                new([Constant(from)], new Value(Finite.Opaque(null) with { AtLeast = from + 1 }), [], 0), count.Dimension,
                Meeting(call.Syntax));
        }

        return Sequence.Of(
            new Value(
                count.Dimension.IsFinite && start.Dimension.IsFinite ? Finite.Opaque(null) : Dimension.Unclear(Parting(call.Syntax))),
                count.Dimension);
    }

    private static Sequence Repeated(Value item, Value count, IOperation call) =>
        count.Dimension is { IsFinite: true, AtBase: >= 0 and <= MostRounds and var number }
            ? Sequence.Of(Enumerable.Repeat(item, (int)number).ToArray())
            : Sequence.Of(item, count.Dimension);

    /// <summary>Something that runs any number of times, until it changes nothing any more.</summary>
    private T Several<T>(Func<T> once, Dimension count, IOperation call)
    {
        var control = count.IsFinite ? null : Parting(call.Syntax);
        var (outside, head) = (_control, _store);
        var unrest = new Doubt(
            call.Syntax, "changes from element to element in a way that does not come to rest; compute the size without it");
        _control = control ?? outside;
        _repeating++;
        for (var round = 0; ; round++)
        {
            _store = head.Fork();
            var result = once();
            var next = head.Fork().Join(_store, control, Deciding(call.Syntax));
            if (round >= RoundsToRest)
            {
                next.Widen(head, unrest);
            }

            if (next.Same(head) || _exhausted is not null)
            {
                (_repeating, _control, _store, _isDead) = (_repeating - 1, outside, head, false);
                return result;
            }

            head = next;
        }
    }
}
