using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Infrastructure;
using Parameterize.Scaling.Algebra;

namespace Parameterize.Generators.Evaluation;

/// <content>What is known of the .NET class library: arithmetic, collections, tuples, lazy values. All else in it is opaque.</content>
internal sealed partial class Evaluator
{
    private static readonly HashSet<string> Lists =
        ["List", "HashSet", "Queue", "Stack", "LinkedList", "Collection", "ConcurrentBag", "ConcurrentQueue"];

    private static readonly HashSet<string> Readers =
        ["ToString", "GetHashCode", "Equals", "GetType", "CompareTo", "Contains", "IndexOf", "ContainsKey"];

    private static bool ReadsOnly(IMethodSymbol method) => IsFramework(method)
        && (Readers.Contains(method.Name) || method.Name.StartsWith("ThrowIf", StringComparison.Ordinal)
            || method.ContainingType.Name is "Console" or "Debug" or "Trace");

    private Value? CallFramework(IMethodSymbol method, Value? receiver, IReadOnlyList<Value> arguments, IOperation call)
    {
        var type = method.ContainingType;
        if (type.Name is "Math" or "MathF" or "Convert" || (method.IsStatic && IsNumber(type)))
        {
            return CallMath(method, arguments, call) is var result && IsNumber(method.ReturnType)
                ? result with { Dimension = Representable.Of(result.Dimension, Underlying(method.ReturnType)) } : result;
        }

        if (type.Name is "Enumerable" or "ImmutableArray" or "ImmutableList" or "MemoryExtensions" && method.IsStatic)
        {
            return Query(method, arguments, call);
        }

        if (type.SpecialType == SpecialType.System_String && AskText(method, receiver, arguments) is { } text)
        {
            return text;
        }

        if (type.Name is "Tuple" or "ValueTuple" or "KeyValuePair" && method is { IsStatic: true, Name: "Create" })
        {
            return NewParts(
                type.Name == "KeyValuePair" ? ["Key", "Value"] : arguments.Select((_, index) => ItemName(index)).ToArray(), arguments,
                call);
        }

        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T && method.Name == "GetValueOrDefault"
            && receiver is not null)
        {
            return Coalesce(receiver, call, () => arguments.FirstOrDefault() ?? DefaultOf(type.TypeArguments[0], call, null));
        }

        if (IsTask(type) && method.Name is "GetAwaiter" or "GetResult" or "ConfigureAwait" or "FromResult")
        {
            // A task is what it gives in the end.
            return receiver ?? arguments[0];
        }

        if (type.Name == "CollectionExtensions" && method.Name == "GetValueOrDefault" && arguments[0].Things.Only() is { } table
            && IsCollection(table)
            && Exact(table) is { } pairs
            && pairs.Select(pair => AreEqual(Part(pair, "Key", call), arguments[1], call.Syntax).Constant)
                .Any(static equal => equal is true))
        {
            return Looked(table, arguments[1], call);
        }

        if (type.SpecialType == SpecialType.System_Array && method.IsStatic)
        {
            return CallArray(method, arguments, call);
        }

        return receiver?.Things.Only() is { } thing && IsCollection(thing) && thing.Elements is null
            ? CallCollection(method, thing, arguments, call) : null;
    }

    private Value CallMath(IMethodSymbol method, IReadOnlyList<Value> arguments, IOperation call)
    {
        var (a, at) = (arguments.Count > 0 ? arguments[0].Dimension : Finite.Constant(null), call.Syntax);
        return (method.Name, arguments.Count) switch
        {
            ("Max", 2) => new(Arithmetic.Extreme(a, arguments[1].Dimension, isLarger: true, at)),
            ("Min", 2) => new(Arithmetic.Extreme(a, arguments[1].Dimension, isLarger: false, at)),
            ("Clamp", 3) =>
                new(
                    Arithmetic.Extreme(
                        Arithmetic.Extreme(a, arguments[1].Dimension, isLarger: true, at), arguments[2].Dimension, isLarger: false, at)),
            ("Abs", 1) when a.Value > 0 => arguments[0],
            ("Abs", 1) => new(Arithmetic.Real(static (x, _) => Math.Abs(x), a, a, at)),
            ("Sqrt", 1) => new(Arithmetic.Real(static (x, _) => Math.Sqrt(x), a, a, at) with { Power = a.Power?.Pow(Rational.Half) }),
            ("Pow", 2) when method.ContainingType.Name == "Math" => new(Arithmetic.Real(Math.Pow, a, arguments[1].Dimension, at) with
            {
                Power = arguments[1].Dimension is { IsFinite: true, Value: { } exponent } && Rational.FromDouble(exponent) is { } power
                    ? a.Power?.Pow(power)
                    : null,
            }),
            ("Floor", 1) => new(Arithmetic.Whole(a, Math.Floor, at)),
            ("Ceiling", 1) => new(Arithmetic.Whole(a, Math.Ceiling, at)),
            ("Truncate", 1) => new(Arithmetic.Whole(a, Math.Truncate, at)),
            ("Round" or "ToInt32" or "ToInt64", 1) when IsNumber(method.Parameters[0].Type) => new(Arithmetic.Whole(a, Math.Round, at)),
            ("Round", 2) when arguments[1].Dimension.AtBase is { } mode && ModeOf(method.Parameters[1].Type, mode) is { } round =>
                new(Arithmetic.Whole(a, round, at)),
            ("ToDouble" or "ToSingle" or "ToDecimal", 1) when IsNumber(method.Parameters[0].Type) => arguments[0],
            _ => Opaque(call, arguments, Arithmetic.Reason, isReading: true),
        };
    }

    /// <summary>How a number is rounded; null where that is given by digits.</summary>
    private static Func<double, double>? ModeOf(ITypeSymbol type, long mode) => type.Name != nameof(MidpointRounding) ? null : mode switch
    {
        0 => static value => Math.Round(value),
        1 => static value => Math.Round(value, MidpointRounding.AwayFromZero),
        2 => Math.Truncate,
        3 => Math.Floor,
        4 => Math.Ceiling,
        _ => null,
    };

    private Value? CallArray(IMethodSymbol method, IReadOnlyList<Value> arguments, IOperation call)
    {
        switch (method.Name)
        {
            case "Empty":
                return Listed([], call, method.ReturnType);
            case "Fill" when arguments.Count == 2 && arguments[0].Things.Only() is { } filled:
                Fill(filled, arguments[1], call.Syntax);
                return Nothing();
            case "Reverse" when arguments.Count == 1 && arguments[0].Things.Only() is { } turned && Exact(turned) is { } items:
                Replace(turned, Sequence.Of(items.Reverse().ToArray()), call.Syntax);
                return Nothing();
            case "ConvertAll" when arguments.Count == 2:
                return Listed(
                    Mapped(ElementsOf(arguments[0], call), (item, _) => Apply(arguments[1], [item], call), call), call, method.ReturnType);
            case "ForEach" when arguments.Count == 2:
                return ForEach(ElementsOf(arguments[0], call), arguments[1], call);
            default:
                return null;
        }
    }

    private Value ForEach(Sequence sequence, Value function, IOperation call)
    {
        var before = _store.Fork();
        if (sequence.Items is { } layers && layers.Any(IsOfAll))
        {
            Visit(layers, item => Apply(function, [item], call));
            return Nothing();
        }

        Mapped(sequence, (item, _) => Apply(function, [item], call), call);
        if (sequence.Sure.Count > 0)
        {
            ReachAll(before, sequence.Sure, item => Apply(function, [item], call));
        }

        return Nothing();
    }

    private void Fill(Thing thing, Value value, SyntaxNode at)
    {
        var sequence = Exact(thing) is { } items ? Sequence.Of(items.Select(_ => value).ToArray()) : Sequence.Of(value, CountOf(thing));
        Replace(thing, sequence, at);
    }

    private Value? NewFramework(INamedTypeSymbol type, IReadOnlyList<Value> arguments, IObjectCreationOperation creation, Frame frame)
    {
        if (type.Name is "Tuple" or "ValueTuple" or "KeyValuePair")
        {
            return NewParts(
                type.Name == "KeyValuePair" ? ["Key", "Value"] : arguments.Select((_, index) => ItemName(index)).ToArray(), arguments,
                creation, type);
        }

        if (type.Name == "Lazy" && creation.Constructor!.Parameters is { Length: 1 } parameters
            && SymbolEqualityComparer.Default.Equals(parameters[0].Type, type.TypeArguments[0]))
        {
            return NewParts(["Value"], arguments, creation, type);
        }

        if (type.SpecialType == SpecialType.System_String && arguments.Count == 2 && IsNumber(creation.Constructor!.Parameters[1].Type))
        {
            return Listed(Sequence.Of(Nothing(), arguments[1].Dimension), creation, type);
        }

        if (type.Name == "Lazy" && arguments.FirstOrDefault() is { Closures.Count: > 0 } factory)
        {
            return NewParts(["factory"], [factory], creation, type);
        }

        if (type.TypeKind == TypeKind.Struct && type.Name is "Nullable" or "Index")
        {
            return arguments.Count == 1 ? arguments[0] : null;
        }

        if (type.Name is "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" && arguments.Only() is { Things.Count: > 0 } viewed)
        {
            return viewed;
        }

        if (!Lists.Contains(type.Name) && !IsDictionary(type))
        {
            return null;
        }

        var source = arguments.FirstOrDefault(static argument => argument.Things.Count > 0);
        if (source is not null && creation.Arguments.Length > 1)
        {
            return null;
        }

        if (source is null)
        {
            var list = NewList(creation, frame, type);
            foreach (var capacity in arguments.Where(static argument => !argument.Dimension.IsFinite))
            {
                Write(new Place(list, "capacity"), capacity, creation.Syntax);
            }

            return Of(list);
        }

        return Listed(ElementsOf(source, creation), creation, type);
    }

    private Value NewParts(IReadOnlyList<string> names, IReadOnlyList<Value> values, IOperation at, ITypeSymbol? type = null)
    {
        var thing = New(at, null, type);
        for (var index = 0; index < names.Count; index++)
        {
            Write(new Place(thing, names[index]), values[index], at.Syntax);
        }

        return Of(thing);
    }

    private static bool IsTask(INamedTypeSymbol? type) => type is { Name: "Task" or "ValueTask" or "TaskAwaiter" or "ValueTaskAwaiter"
        or "ConfiguredTaskAwaitable" or "ConfiguredTaskAwaiter" };

    /// <summary>A property of a collection, a lazy value or a pair.</summary>
    private Value? CollectionMember(Thing thing, ISymbol member, IOperation at)
    {
        if (_store.Find(thing, "factory") is { } factory && member.Name == "Value")
        {
            return Made(thing, factory, at);
        }

        if (member.Name == "Value" && thing.Type is { Name: "Lazy" } && _store.Find(thing, "Value") is { } made)
        {
            return made;
        }

        if (!IsFramework(member) && !LayerCatalogue.IsTorchSharp(member))
        {
            return null;
        }

        return member.Name switch
        {
            "Count" or "Length" or "LongLength" when IsCollection(thing) => new(ElementsOf(thing, at).Count),
            "Values" when IsDictionary(thing.Type) && IsCollection(thing) =>
                Listed(Mapped(ElementsOf(thing, at), (pair, _) => Part(pair, "Value", at), at), at, null),
            "Keys" when IsDictionary(thing.Type) && IsCollection(thing) =>
                Listed(Mapped(ElementsOf(thing, at), (pair, _) => Part(pair, "Key", at), at), at, null),
            _ => null,
        };
    }

    /// <summary>A lazy value: made when it is first asked for, which may have been before.</summary>
    private Value Made(Thing lazy, Value factory, IOperation at)
    {
        var before = _store.Find(lazy, "made");
        if (before is not null)
        {
            LoseFunctions([factory], new(at.Syntax, "runs once, and may have run before; compute the size without it"));
        }

        var value = Apply(factory, [], at);
        value = before is null ? value : before.Or(value, _control, Meeting(at.Syntax));
        Write(new Place(lazy, "made"), value, at.Syntax);
        return value;
    }

    private Value? CallCollection(IMethodSymbol method, Thing thing, IReadOnlyList<Value> arguments, IOperation call)
    {
        var at = call.Syntax;
        var isDictionary = IsDictionary(thing.Type);
        switch (method.Name, arguments.Count)
        {
            case ("Add" or "TryAdd", 2) when isDictionary:
                Put(thing, arguments[0], arguments[1], call, isNew: false);
                return new(Finite.Opaque(null));
            case ("Add" or "Append" or "Enqueue" or "Push" or "AddLast" or "append", 1) when !isDictionary:
                Append(thing, arguments[0], at);
                if (thing.Type is { Name: "HashSet" } && Exact(thing) is not { Count: 1 })
                {
                    // Equal ones are one, and which are equal may depend on a width.
                    var isFinite = Each(thing, at)!.Dimension.IsFinite;
                    SetCount(
                        thing,
                        Finite.Opaque(
                            isFinite ? null : new(at, "may equal another element at some widths, so that their number is not known")), at);
                }

                return new(Finite.Opaque(null));
            case ("AddRange", 1):
                Replace(thing, Concatenated([ElementsOf(thing, call), ElementsOf(arguments[0], call)], at), at);
                return Nothing();
            case ("Insert", 2) when Exact(thing) is { } items && arguments[0].Dimension is { IsFinite: true, AtBase: { } index }
                && index <= items.Count:
                Replace(thing, Sequence.Of([.. items.Take((int)index), arguments[1], .. items.Skip((int)index)]), at);
                return Nothing();
            case ("Insert", 2) when CountOf(thing).IsFinite && arguments[0].Dimension.IsFinite && _control is null:
                Scramble(thing, at, arguments[1]);
                return Nothing();
            case ("AddFirst", 1) when Exact(thing) is { } items:
                Replace(thing, Sequence.Of([arguments[0], .. items]), at);
                return Nothing();
            case ("RemoveAt", 1) when Exact(thing) is { } items && arguments[0].Dimension is { IsFinite: true, AtBase: { } index }
                && index < items.Count:
                Replace(thing, Sequence.Of([.. items.Take((int)index), .. items.Skip((int)index + 1)]), at);
                return Nothing();
            case ("RemoveAt", 1) when CountOf(thing).IsFinite && arguments[0].Dimension.IsFinite && _control is null:
            case ("Reverse", 0) when Exact(thing) is null && CountOf(thing).IsFinite:
                Scramble(thing, at);
                return Nothing();
            case ("Clear", 0):
                Replace(thing, Sequence.Of([]), at);
                return Nothing();
            case ("Reverse", 0) when Exact(thing) is { } items:
                Replace(thing, Sequence.Of(items.Reverse().ToArray()), at);
                return Nothing();
            case ("Pop" or "Dequeue" or "Peek", 0) when Exact(thing) is { Count: > 0 } items:
                var isLast = thing.Type is { Name: "Stack" };
                if (method.Name != "Peek")
                {
                    Replace(thing, Sequence.Of((isLast ? items.Take(items.Count - 1) : items.Skip(1)).ToArray()), at);
                }

                return isLast ? items[items.Count - 1] : items[0];
            case ("Fill", 1):
                Fill(thing, arguments[0], at);
                return Nothing();
            case ("ToArray" or "ToList", 0):
                return Listed(ElementsOf(thing, call), call, method.ReturnType);
            case ("get_Item", 1):
                return GetElement(Of(thing), arguments[0], call);
            case ("GetLength" or "GetLongLength", 1) when arguments[0].Dimension is { IsFinite: true, AtBase: { } axis }:
                return _store.Find(thing, "axis " + Infrastructure.Literal.Of((int)axis)) ?? (axis == 0 ? new(CountOf(thing)) : null);
            case ("ForEach", 1):
                return ForEach(ElementsOf(thing, call), arguments[0], call);
            case ("ConvertAll", 1):
                return Listed(
                    Mapped(ElementsOf(thing, call), (item, _) => Apply(arguments[0], [item], call), call), call, method.ReturnType);
            case ("AsSpan" or "AsReadOnly" or "AsMemory", 0):
                return Of(thing);
            default:
                return null;
        }
    }
}
