using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Parsing;

/// <content>Calls: TorchSharp's factories, the user's own helpers and constructors, and all others, of which only the arguments are known.</content>
internal sealed partial class Evaluator
{
    private Value Invoke(IInvocationOperation invocation, Frame frame)
    {
        var method = invocation.TargetMethod;
        if (LayerCatalogue.IsFactory(method))
        {
            return Value.Plain with { Calls = [ToCall(method, invocation.Arguments, invocation.Syntax, frame)] };
        }

        if (LayerCatalogue.IsTorchSharp(method) && method.Name == "Sequential" && Sequence(invocation, frame) is { } sequence)
        {
            return sequence;
        }

        if (LayerCatalogue.IsTorchSharp(method) && TensorShapes.Of(invocation, argument => Evaluate(argument, frame)) is { } shape)
        {
            return Value.Plain with { Shape = shape };
        }

        if (method.MethodKind == MethodKind.DelegateInvoke && Evaluate(invocation.Instance, frame).Function is { } function)
        {
            return Call(function.Body.Symbol, function.Body.Body, invocation.Arguments, new Frame(function.Frame.Self, function.Frame), invocation, frame);
        }

        if (!LayerCatalogue.IsTorchSharp(method) && Body(method.OriginalDefinition) is { } body)
        {
            return CallMethod(method, body, invocation, frame);
        }

        var instance = invocation.Instance is { } receiver ? Evaluate(receiver, frame) : null;
        var arguments = invocation.Arguments.Select(argument => Evaluate(argument.Value, frame)).ToArray();
        foreach (var argument in invocation.Arguments.Where(argument => argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref))
        {
            Assign(argument.Value, Unclear(argument), frame);
        }

        if (instance is not null && Appended(invocation, instance, arguments, frame) is { } appended)
        {
            return appended;
        }

        if (instance is not null && arguments.Length > 0 && method.Name is "Add" or "Insert" or "AddRange" or "append")
        {
            var item = arguments[arguments.Length - 1];
            Gather(invocation.Instance!, method.Name == "AddRange" ? Item(item) with { Calls = item.Calls } : item, frame);
        }

        var result = Combined(invocation, instance is null ? arguments : [instance with { Members = null }, .. arguments]);
        return Mapped(result, instance ?? arguments.FirstOrDefault(), arguments, invocation);
    }

    /// <summary>A call such as Select(k => Linear(k * width, width)): the lambda is run on the elements, and what it gives is gathered.</summary>
    private Value Mapped(Value result, Value? source, Value[] arguments, IInvocationOperation invocation)
    {
        foreach (var (body, outer) in arguments.Select(argument => argument.Function).Where(function => function is not null).Select(function => function!.Value))
        {
            var inner = new Frame(outer.Self, outer);
            foreach (var parameter in body.Symbol.Parameters)
            {
                inner.Declare(parameter, source is null ? Value.Plain : Item(source) with { Function = null });
            }

            _uncertain++;
            var returned = Follow(body.Body, inner, invocation);
            _uncertain--;
            result = result with { Calls = Value.Union(result.Calls, returned.Calls), Element = returned };
        }

        return result;
    }

    private Value CallMethod(IMethodSymbol method, IOperation body, IInvocationOperation invocation, Frame frame)
    {
        var instance = invocation.Instance is { } receiver ? Evaluate(receiver, frame) : null;
        var self = invocation.Instance is IInstanceReferenceOperation ? frame.Self : instance?.Members is null ? null : Copy(instance.Members);
        var inner = new Frame(self, method.MethodKind == MethodKind.LocalFunction ? frame : null);
        return Call(method.OriginalDefinition, body is ILocalFunctionOperation local ? local.Body! : body, invocation.Arguments, inner, invocation, frame);
    }

    /// <summary>Binds the arguments, in the caller's frame, and follows the body in its own.</summary>
    private Value Call(
        IMethodSymbol method, IOperation body, IEnumerable<IArgumentOperation> arguments, Frame inner, IOperation call, Frame frame)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { Ordinal: var ordinal } && ordinal < method.Parameters.Length)
            {
                inner.Declare(method.Parameters[ordinal], Evaluate(argument.Value, frame));
            }
        }

        var value = Follow(body, inner, call);
        foreach (var argument in arguments.Where(argument => argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref))
        {
            var parameter = method.Parameters.ElementAtOrDefault(argument.Parameter!.Ordinal);
            Assign(argument.Value, (parameter is null ? null : inner.Find(parameter)) ?? Unclear(argument), frame);
        }

        return value;
    }

    private Value Follow(IOperation body, Frame frame, IOperation call)
    {
        if (_depth >= Deepest)
        {
            return Unclear(call);
        }

        _depth++;
        Execute(body, frame);
        _depth--;
        return frame.Returned ?? Value.Plain;
    }

    /// <summary>An object: a model of the user's own, or one whose constructor and initialisers say what its members hold.</summary>
    private Value Create(IObjectCreationOperation creation, Frame frame)
    {
        if (creation.Constructor is not { } constructor || creation.Type is not INamedTypeSymbol type)
        {
            return Combined(creation, creation.ChildOperations, frame);
        }

        if (type.Has(WellKnownNames.ParameterizeAttribute))
        {
            return Value.Plain with { Calls = [ToCall(constructor, creation.Arguments, creation.Syntax, frame)] };
        }

        if (constructor.DeclaringSyntaxReferences.Length == 0 || type.DerivesFrom(WellKnownNames.Module))
        {
            var made = Combined(creation, creation.Arguments.Select(argument => Evaluate(argument.Value, frame)).ToArray());
            var items = Combined(creation, creation.Initializer?.Initializers.SelectMany(item => item is IInvocationOperation add ? add.Arguments.Cast<IOperation>() : []) ?? [], frame);
            var shape = TensorShapes.IsTensor(type) && creation.Arguments.Length > 0 ? Evaluate(creation.Arguments[0].Value, frame).Shape : null;
            return WithMembers(
                made with { Dimension = Dimension.Finite(), Calls = Value.Union(made.Calls, items.Calls), Shape = shape },
                creation.Initializer?.Initializers ?? [],
                frame);
        }

        var members = new Dictionary<string, Value>();
        var inner = new Frame(members, outer: null);
        Initializers(type, inner);
        foreach (var argument in creation.Arguments)
        {
            // A record's parameter is its property too.
            var value = Evaluate(argument.Value, frame);
            if (argument.Parameter is null)
            {
                continue;
            }

            inner.Declare(constructor.OriginalDefinition.Parameters[argument.Parameter.Ordinal], value);
            if (type.IsRecord)
            {
                members[argument.Parameter.Name] = value;
            }
        }

        if (Body(constructor.OriginalDefinition) is IConstructorBodyOperation body)
        {
            Follow(body, inner, creation);
        }

        var result = Value.Plain with { Members = members, Calls = members.Values.Select(member => member.Calls).Aggregate((IReadOnlyList<FactoryCall>)[], Value.Union) };
        return creation.Initializer is { } initializer ? WithMembers(result, initializer.Initializers, frame) : result;
    }

    private FactoryCall ToCall(IMethodSymbol method, IEnumerable<IArgumentOperation> written, SyntaxNode syntax, Frame frame)
    {
        var all = written.Where(argument => argument.Parameter is not null).ToArray();
        var arguments = all.ToLookup(argument => argument.Parameter!.Ordinal, argument => argument.Value);
        var ordinals = Enumerable.Range(0, method.Parameters.Length).ToArray();
        return new FactoryCall(
            method,
            ordinals.Select(ordinal => Evaluate(arguments[ordinal].FirstOrDefault(), frame)).ToArray(),
            ordinals
                .Where(ordinal => arguments[ordinal].FirstOrDefault() is { ConstantValue: { HasValue: true, Value: bool } })
                .ToDictionary(ordinal => ordinal, ordinal => (bool)arguments[ordinal].First().ConstantValue.Value!),
            syntax)
        {
            Given = all.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue).Select(argument => argument.Parameter!.Ordinal).ToArray(),
        };
    }
}
