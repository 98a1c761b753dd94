using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Evaluation;

/// <content>
/// TorchSharp: factories of modules, modules that hold others, the sizes of layers and tensors. It writes into nothing that it is given.
/// </content>
internal sealed partial class Evaluator
{
    // The layers whose tensors were exchanged, by the calls that make them.
    private readonly Dictionary<SyntaxNode, Doubt> _exchanged = [];

    private Value CallTorch(
        IMethodSymbol method,
        Value? receiver,
        IReadOnlyList<Value> arguments,
        IReadOnlyList<IArgumentOperation> written,
        IOperation call,
        Frame? frame)
    {
        receiver = receiver is null ? null : Decided(receiver);
        if (LayerCatalogue.IsFactory(method))
        {
            var made = ToCall(method, arguments, written, call.Syntax);
            Made(
                made, call.Syntax,
                LayerCatalogue.Of(method.ReturnType)!.Tensors.Select(static tensor => (tensor.Name, TensorDraw.Default)));
            return Nothing() with { Calls = Made(made, arguments) };
        }

        if (Drawing(method, receiver, arguments, call) is { } drawn)
        {
            return drawn;
        }

        if (receiver is not null && Held.IsModule(method.ContainingType) && AskModule(method, receiver, arguments, call) is { } asked)
        {
            return asked;
        }

        if (method is { Name: "RegisterComponents", Parameters.IsEmpty: true } or { Name: "register_buffer" }
            && Held.IsModule(method.ContainingType) && !OverridesRegistration(_model))
        {
            return Nothing();
        }

        // Others make layers of their own and put them in one, as torchvision.ops.MLP.
        if (TorchCollections.Is(method.ReturnType) && method.IsStatic && method.Name == method.ReturnType.Name
            && method.ReturnType is INamedTypeSymbol type)
        {
            return NewTorch(type, arguments, call, frame);
        }

        if (receiver?.Things.Only() is { } holder && TorchCollections.Is(holder.Type) && IsCollection(holder)
            && CallHolder(method, holder, receiver, arguments, call) is { } held)
        {
            return held;
        }

        if (TensorShapes.IsTensor(method.ReturnType))
        {
            return MadeTensor(method, receiver, arguments, call);
        }

        if (method is { Name: "dim", Parameters.IsEmpty: true } && receiver is { Shape: { } axes, Tensors.Count: > 0 })
        {
            return Constant((long)axes.Count);
        }

        if (method.Name == "size" && receiver?.Shape is { } shape
            && arguments.FirstOrDefault() is { Dimension: { IsFinite: true, AtBase: { } axis } } && axis < shape.Count
            && axis >= -shape.Count)
        {
            return new Value(shape[(int)(axis < 0 ? axis + shape.Count : axis)]);
        }

        var inputs = receiver is null ? arguments : [receiver, .. arguments];
        return Opaque(call, inputs, ReasonOf(method), isReading: true);
    }

    /// <summary>The calls that say how a module is made: its own, or those of the layer that it copies.</summary>
    private static IReadOnlyList<FactoryCall> Made(FactoryCall call, IReadOnlyList<Value> arguments)
    {
        if (LayerCatalogue.Of(call.Method.ReturnType) is not { IsOfCopies: true })
        {
            return [call];
        }

        return arguments[0].Calls is { Count: > 0 } copied
            ? copied.Select(layer => layer with { Method = call.Method, Syntax = call.Syntax }).ToArray()
            : [call.Doubtful(new(call.Syntax, "copies a layer that is not seen to be made; make the layer in the constructor"))];
    }

    /// <summary>Whether code of the user's runs when members are registered.</summary>
    private static bool OverridesRegistration(INamedTypeSymbol type) => type.SelfAndBases()
        .TakeWhile(static current => current.IsSourced())
        .SelectMany(static current => current.GetMembers())
        .Any(static member =>
            member is IMethodSymbol { IsOverride: true } && member.Name.StartsWith("register_", StringComparison.Ordinal));

    private Value MadeTensor(IMethodSymbol method, Value? receiver, IReadOnlyList<Value> arguments, IOperation call)
    {
        if (TensorShapes.IsMaker(method))
        {
            var count = TensorShapes.SizesOf(method);
            return Fresh(Shaped(count), call.Syntax, method.Name switch
            {
                "zeros" => new(DrawKind.Zero, call.Syntax),
                "empty" => TensorDraw.Unknown(call.Syntax, "is left as its memory was"),
                "full" =>
                    TensorDraw.Power(
                        arguments[method.Parameters.First(static parameter => parameter.Name == "value").Ordinal].Dimension.Power,
                        call.Syntax),
                _ => TensorDraw.Power(Scaling.Algebra.Factor.One, call.Syntax),
            });
        }

        if (TensorShapes.IsLikeness(method) && (receiver ?? arguments.FirstOrDefault()) is { } model)
        {
            var alike = model.Shape is null
                ? new Value(Finite.Opaque(GrowthIn([model], ReasonOf(method), call)))
                : Nothing() with { Shape = model.Shape };
            return Fresh(alike, call.Syntax, method.Name switch
            {
                "zeros_like" => new(DrawKind.Zero, call.Syntax),
                "empty_like" => TensorDraw.Unknown(call.Syntax, "is left as its memory was"),
                _ => TensorDraw.Power(Scaling.Algebra.Factor.One, call.Syntax),
            });
        }

        if (TensorShapes.IsCombiner(method) && receiver is not null && arguments.Count > 0)
        {
            var isOther = TensorShapes.IsTensor(method.Parameters[0].Type);
            return Computed(Combined(receiver, true, arguments[0], isOther, call), receiver, arguments[0], isOther, method.Name, call);
        }

        var tensor = receiver ?? arguments.FirstOrDefault();
        return TensorShapes.IsKeeper(method) && tensor?.Shape is not null
            ? Nothing() with { Shape = tensor.Shape, Tensors = tensor.Tensors }
            : new Value(Finite.Opaque(GrowthIn(receiver is null ? arguments : [receiver, .. arguments], ReasonOf(method), call)))
            {
                Tensors = Shared(),
            };

        IReadOnlyList<TensorPlace> Shared()
        {
            if (tensor is not null && (TensorShapes.IsKeeper(method) || TensorShapes.IsView(method)))
            {
                return tensor.Tensors;
            }

            return tensor is not null && TensorShapes.IsPart(method)
                ? tensor.Tensors.Select(static place => place with { IsPart = true }).ToArray()
                : [];
        }

        Value Shaped(int count) => Nothing() with
        {
            Shape = count > 0
                ? arguments.Take(count).Select(static size => size.Dimension).ToArray()
                : ElementsOf(arguments[0], call).Items?.Select(static size => size.Dimension).ToArray(),
        } is { Shape: not null } made ? made : new Value(Finite.Opaque(GrowthIn(arguments, ReasonOf(method), call)));
    }

    private Value Combined(Value a, bool isTensor, Value b, bool isOtherTensor, IOperation at) =>
        TensorShapes.Combined((a.Shape, isTensor), (b.Shape, isOtherTensor)) is { } shape
        ? Nothing() with { Shape = shape }
        : new Value(Finite.Opaque(GrowthIn([a, b], Arithmetic.Reason, at)));

    /// <summary>A Sequential, a list or a dictionary of modules with what it is given: one by one, or in a collection.</summary>
    private Value NewTorch(INamedTypeSymbol type, IReadOnlyList<Value> arguments, IOperation at, Frame? frame)
    {
        var parts = arguments.Where(static argument => !argument.IsNull)
            .Select(Given).ToArray();
        var all = parts.Length == 0 ? Sequence.Of([]) : Concatenated(parts, at.Syntax);
        var made = Listed(
            IsDictionary(type)
                ? Mapped(all, (pair, _) => IsPair(pair) ? Pair(Part(pair, ItemName(0), at), Part(pair, ItemName(1), at), at) : pair, at)
                : all, at, type);
        Rehouse(at, arguments, made);
        return made;

        Sequence Given(Value argument)
        {
            if (argument.Things.Any(IsCollection) && !argument.Things.Any(thing => TorchCollections.Is(thing.Type)))
            {
                return ElementsOf(argument, at);
            }

            return Sequence.Of(argument.Things.Count == 0 && argument.Calls.Count == 0 ? [] : [argument]);
        }

        bool IsPair(Value part) => part.Things.Count > 0 && part.Things.All(thing => _store.Find(thing, ItemName(1)) is not null);
    }

    private Value? CallHolder(IMethodSymbol method, Thing holder, Value receiver, IReadOnlyList<Value> arguments, IOperation call)
    {
        switch (method.Name, arguments.Count)
        {
            case ("append" or "Add" or "add_module" or "register_module", 2):
                Append(holder, NewParts([ItemName(0), ItemName(1)], arguments, call), call.Syntax);
                return receiver;
            case ("append" or "Add", 1):
                Append(holder, arguments[0], call.Syntax);
                return receiver;
            case ("extend" or "AddRange", 1):
                Replace(holder, Concatenated([ElementsOf(holder, call), ElementsOf(arguments[0], call)], call.Syntax), call.Syntax);
                return receiver;
            default:
                return CallCollection(method, holder, arguments, call);
        }
    }

    /// <summary>The numbers that a layer is made with, read off it: <c>_in.out_features</c>, <c>_in.weight.shape[0]</c>.</summary>
    private static Value? OfModule(Value module, ISymbol member, IOperation at)
    {
        var shapes = module.Calls.Select(static call => LayerCatalogue.Of(call.Method.ReturnType) is { } shape ? (shape, call) : default)
            .ToArray();
        if (shapes.Any(static pair => pair.shape is null) || !LayerCatalogue.IsTorchSharp(member))
        {
            return null;
        }

        var dimensions = member.Name switch
        {
            "in_features" or "in_channels" => shapes.Select(static pair => pair.call.Dimension(0)).ToArray(),
            "out_features" or "out_channels" or "embedding_dim" => shapes.Select(static pair => pair.call.Dimension(1)).ToArray(),
            "num_embeddings" => shapes.Select(static pair => pair.call.Dimension(0)).ToArray(),
            _ => [],
        };
        var meeting = Meeting(at.Syntax);
        if (dimensions.Length > 0)
        {
            return new Value(dimensions.Aggregate((a, b) => Finite.Either(a, b, null, meeting)));
        }

        if (member.Name != "weight" || shapes.Any(static pair => pair.shape.Axes is null))
        {
            return null;
        }

        var weights = shapes.Select(static pair => Axes(pair.shape, pair.call)).ToArray();
        return weights.Any(static axes => axes is null) ? null
            : Nothing() with { Shape = weights.Aggregate((a, b) => a!.Zip(b!, (x, y) => Finite.Either(x, y, null, meeting)).ToArray()) };

        static Dimension[]? Axes(LayerShape shape, FactoryCall call) => shape switch
        {
            { Axes: ({ } fanIn, var fanOut), Weight.FanIn: { } fan } =>
                fanIn < fanOut ? [fan.Of(call), shape.Weight.FanOut.Of(call)] : [shape.Weight.FanOut.Of(call), fan.Of(call)],
            { Name: "Embedding" } => [call.Dimension(0), call.Dimension(1)],
            _ => null,
        };
    }

    private FactoryCall ToCall(
        IMethodSymbol method, IReadOnlyList<Value> arguments, IReadOnlyList<IArgumentOperation> written, SyntaxNode syntax) => new(
        method,
        arguments.Select((argument, index) =>
            SizeOf(argument, written.FirstOrDefault(part => part.Parameter?.Ordinal == index)?.Value.Syntax ?? syntax)).ToArray(),
        arguments.Select(static (argument, index) => (argument, index))
            .Where(static pair => pair.argument.Constant is bool)
            .ToDictionary(static pair => pair.index, static pair => (bool)pair.argument.Constant!),
        syntax)
    {
        Given = written.Count == 0
            ? Enumerable.Range(0, arguments.Count).ToArray()
            : written.Where(static argument => argument is { ArgumentKind: not ArgumentKind.DefaultValue, Parameter: not null })
                .Select(static argument => argument.Parameter!.Ordinal)
                .ToArray(),
        Lengths = arguments.Select((argument, index) => (index, ItemsOf(argument)?.Count))
            .Where(static pair => pair.Count is not null)
            .ToDictionary(static pair => pair.index, static pair => pair.Count!.Value),
    };

    private IReadOnlyList<Value>? ItemsOf(Value argument) =>
        argument.Things.Only() is { } thing && IsCollection(thing) ? thing.Elements?.Invoke().Items ?? Exact(thing) : null;

    /// <summary>A number, or the size of a shape, which is the product of its numbers.</summary>
    private Dimension SizeOf(Value argument, SyntaxNode at)
    {
        if (argument.Things.Count == 0)
        {
            return argument.Dimension;
        }

        return ItemsOf(argument) is { Count: > 0 } items
            ? items.Select(static item => item.Dimension).Aggregate(static (a, b) => a * b)
            : Finite.Opaque(GrowthIn([argument], new Doubt(at, "holds sizes that grow but are not known one by one; write them out")));
    }

    /// <summary>What a member holds in the end, for those who read layers.</summary>
    private Value Built(Value value) => value with
    {
        Calls = CallsIn(value).Select(AsExchanged).ToArray(),
        Holding = HoldingOf(value),
        Unseen = UnseenIn(value),
        Draws = DrawsOf(value.Tensors),
    };

    /// <summary>What may be a module that is not known.</summary>
    private Doubt? UnseenIn(Value value)
    {
        Doubt? found = null;
        var counts = new HashSet<object>(Identity.Comparer);
        Reach([value], part => found ??= part.Calls.Count == 0 && !counts.Contains(part) ? part.Dimension.Doubt : null, Visit);
        return found;

        // How many there are is no module.
        void Visit(Thing thing)
        {
            found ??= _store.TaintOf(thing);
            if (_store.Find(thing, CountKey) is { } count)
            {
                counts.Add(count);
            }
        }
    }

    /// <summary>
    /// A tensor of a layer gives way to another one: its sizes are no longer what the layer was made with, unless they are alike.
    /// </summary>
    private void Exchange(Value layer, ISymbol member, Value tensor, IOperation at)
    {
        if (tensor.IsNull || !TensorShapes.IsTensor((member as IPropertySymbol)?.Type))
        {
            return;
        }

        foreach (var call in layer.Calls)
        {
            var own = LayerCatalogue.Of(call.Method.ReturnType)?.Tensors.FirstOrDefault(own => own.Name == member.Name);
            var before = OfModule(Nothing() with { Calls = [call] }, member, at)?.Shape
                ?? (own is { Axes.Length: > 0 }
                    ? own.Axes.Select(axis => axis.Size?.Of(call) ?? Dimension.Unclear(new(at.Syntax, Reason(at)))).ToArray()
                    : null);
            if (own?.PresenceIn([call]) == TensorPresence.Never)
            {
                _exchanged[call.Syntax] = new(
                    at.Syntax, "gives a layer a tensor that it is built without; build the layer with it, and draw that by init");
            }
            else if (tensor.Shape is not { } shape)
            {
                _exchanged[call.Syntax] = new(
                    at.Syntax,
                    "puts a tensor into a layer, of which it is not followed which sizes it has; draw the layer's own by init, or make "
                        + "one by zeros or randn of the layer's sizes");
            }
            else if (before is null || shape.Count != before.Count
                || !shape.Zip(before, static (x, y) => x.Ratio is not null && x.Ratio.Equals(y.Ratio)).All(static alike => alike))
            {
                _exchanged[call.Syntax] = new(
                    at.Syntax, "puts a tensor of other sizes into a layer, which is not followed; build the layer with those sizes");
            }
        }
    }

    private FactoryCall AsExchanged(FactoryCall call) =>
        WithDraws(_exchanged.TryGetValue(call.Syntax, out var doubt) ? call.Doubtful(doubt) : call);

    /// <summary>
    /// The calls that make the modules in it and in what it holds; beside ones that were made out of sight, they say nothing.
    /// </summary>
    private IReadOnlyList<FactoryCall> CallsIn(Value value)
    {
        IReadOnlyList<FactoryCall> calls = [];
        Doubt? unseen = null;
        Reach([value], part => calls = Value.Union(calls, part.Calls), thing => unseen ??= thing.Unseen);
        return unseen is null ? calls : calls.Select(call => call.Doubtful(unseen)).ToArray();
    }
}
