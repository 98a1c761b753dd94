using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Evaluation;

/// <content>
/// Calls: TorchSharp's factories, what is known of the framework, the user's own methods, and all others, which are opaque.
/// </content>
internal sealed partial class Evaluator
{
    private const string Async = "runs asynchronously, which is not followed; compute the size before";

    private Value Invoke(IInvocationOperation invocation, Frame frame, bool isIncluded = false)
    {
        var method = invocation.TargetMethod;
        if (IsGenerated(method))
        {
            NoteInitialization(method.Name);
            return Nothing();
        }

        if (IsConditional(method) && !isIncluded)
        {
            Branch(new Value(Finite.Opaque(null)), invocation.Syntax, () => Invoke(invocation, frame, isIncluded: true), static () => { });
            return Nothing();
        }

        var receiver = invocation.Instance is { } instance ? Receiver(instance, frame) : null;
        var (arguments, places) = Arguments(method, invocation.Arguments, frame);
        if (LayerCatalogue.IsTorchSharp(method))
        {
            return CallTorch(method, receiver, arguments, invocation.Arguments, invocation, frame);
        }

        if (method.Name == "GetType" && receiver is not null && Held.IsModule(invocation.Instance!.Type!))
        {
            return new Value(Finite.Opaque(null)) { Constant = NameOf(receiver) is { } name ? new TypeName(name) : null };
        }

        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return Apply(receiver!, arguments, invocation, places);
        }

        if (method.MethodKind == MethodKind.LocalFunction && frame.Of(method.OriginalDefinition) is { } owner)
        {
            return Apply(_store.Find(owner, method.OriginalDefinition)!, arguments, invocation, places);
        }

        return Call(method, receiver, arguments, invocation, places);
    }

    private Value Call(
        IMethodSymbol method, Value? receiver, IReadOnlyList<Value> arguments, IOperation call,
        IReadOnlyList<IReadOnlyList<Place>?>? places)
    {
        if (method.ReducedFrom is { } extension && receiver is not null)
        {
            return Call(extension, null, [receiver, .. arguments], call, places is null ? null : [null, .. places]);
        }

        if (LayerCatalogue.IsTorchSharp(method))
        {
            return CallTorch(method, receiver, arguments, [], call, null);
        }

        if (method.Name == "TryGetValue" && places is not null && receiver?.Things.Only() is { } table && IsDictionary(table.Type)
            && IsCollection(table))
        {
            return TryLook(table, arguments[0], places[1], call);
        }

        if (!method.IsSourced())
        {
            HandOut(receiver is null ? arguments : [receiver, .. arguments], call.Syntax);
        }

        if (IsFramework(method) && CallFramework(method, receiver, arguments, call) is { } known)
        {
            Forget(places, known, call);
            return known;
        }

        if (receiver is not { Things.Count: > 0 })
        {
            return CallOne(method, receiver, null, arguments, call, places);
        }

        var undecided = new Value(Finite.Opaque(receiver.Dimension.IsFinite ? null : receiver.Dimension.Doubt ?? Parting(call.Syntax)));
        return From(0);

        Value From(int index) => index == receiver.Things.Count - 1
            ? CallOne(method, receiver with { Things = [receiver.Things[index]] }, receiver.Things[index], arguments, call, places)
            : Choose(
                undecided,
                call.Syntax,
                () => CallOne(method, receiver with { Things = [receiver.Things[index]] }, receiver.Things[index], arguments, call, places),
                () => From(index + 1));
    }

    private Value CallOne(
        IMethodSymbol method,
        Value? receiver,
        Thing? thing,
        IReadOnlyList<Value> arguments,
        IOperation call,
        IReadOnlyList<IReadOnlyList<Place>?>? places)
    {
        var actual = thing is null ? method : (IMethodSymbol)Actual(thing, method);
        var isFollowed = thing is not null ? IsFollowed(thing, actual) || IsToBase(call) : actual.IsStatic
            || actual is { IsVirtual: false, IsOverride: false, IsAbstract: false };
        if (isFollowed && (!actual.IsAsync || IsAwaited(call)) && Body(actual) is { } body)
        {
            return Follow(actual, body, receiver, null, arguments, call, places);
        }

        LoseDraws(actual, arguments, call);
        var result = Opaque(
            call, [.. receiver is null ? (Value[])[] : [receiver], .. arguments], actual.IsAsync ? Async : ReasonOf(actual),
            ReadsOnly(actual));
        Forget(places, result, call);
        return result;
    }

    /// <summary>What is known of what an opaque call was given to write to.</summary>
    private void Forget(IReadOnlyList<IReadOnlyList<Place>?>? places, Value result, IOperation call)
    {
        foreach (var place in (places ?? []).Where(static place => place is not null))
        {
            Write(place!, new Value(result.Dimension.IsFinite ? Finite.Opaque(null) : result.Dimension), call.Syntax);
        }
    }

    /// <summary>Whether an asynchronous call is waited for on the spot, so that nothing happens in between.</summary>
    private static bool IsAwaited(IOperation call) => call.Parent switch
    {
        IAwaitOperation or IPropertyReferenceOperation { Property.Name: "Result" } => true,
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Parent: IAwaitOperation } => true,
        IInvocationOperation { TargetMethod.Name: "GetAwaiter", Parent: IInvocationOperation { TargetMethod.Name: "GetResult" } } => true,
        _ => false,
    };

    private static bool IsToBase(IOperation call) => call is IInvocationOperation { IsVirtual: false };

    private (IReadOnlyList<Value> Values, IReadOnlyList<IReadOnlyList<Place>?>? Places) Arguments(
        IMethodSymbol method, IReadOnlyList<IArgumentOperation> written, Frame frame)
    {
        var values = new Value[method.Parameters.Length];
        IReadOnlyList<Place>?[]? places = null;
        foreach (var argument in written)
        {
            if (argument.Parameter is not { Ordinal: var ordinal } parameter || ordinal >= values.Length)
            {
                continue;
            }

            // What is passed as in is no copy, if it is a variable.
            if (parameter.RefKind == RefKind.None
                || (parameter.RefKind == RefKind.In && (!method.IsSourced() || !IsNamed(argument.Value))))
            {
                values[ordinal] = Evaluate(argument.Value, frame);
                continue;
            }

            var reference = Refer(argument.Value, frame);
            values[ordinal] = parameter.RefKind == RefKind.Out ? Nothing() : reference.Get();
            (places ??= new IReadOnlyList<Place>?[values.Length])[ordinal] = reference.Places;
            if (reference.Places is null && parameter.RefKind != RefKind.In)
            {
                Lose(argument.Value, new(argument.Syntax, "is handed by reference in a way that is not followed; use a variable"));
            }
        }

        for (var index = 0; index < values.Length; index++)
        {
            values[index] ??= Nothing();
        }

        return (values, places);
    }

    private static bool IsNamed(IOperation argument) =>
        argument is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation { Instance: not null };

    private Value CallOperator(IMethodSymbol method, IReadOnlyList<Value> values, IOperation at, Frame frame) =>
        Body(method) is { } body ? Follow(method, body, null, null, values, at) : Opaque(at, values, ReasonOf(method), isReading: true);

    /// <summary>What is drawn from here on is drawn after the scaling.</summary>
    private void NoteInitialization(string method)
    {
        if (method == MemberNameList.InitializeParameters)
        {
            _store.Set(_model, s_initialized, Truth(true));
        }
    }

    /// <summary>What the compiler cannot bind, as long as the generated part is not there.</summary>
    private Value Unresolved(IInvalidOperation operation, Frame frame)
    {
        if (operation.Syntax is InvocationExpressionSyntax { Expression: var called }
            && called is IdentifierNameSyntax or MemberAccessExpressionSyntax
            { Expression: ThisExpressionSyntax }
            && (called as IdentifierNameSyntax
                ?? (called as MemberAccessExpressionSyntax)?.Name) is { Identifier.ValueText: MemberNameList.InitializeParameters })
        {
            NoteInitialization(MemberNameList.InitializeParameters);
            return Nothing();
        }

        var parts = operation.ChildOperations.Select(part => Evaluate(part, frame)).ToList();
        return Opaque(
            operation, frame.Self is { } self ? [.. parts, self] : parts, "does not compile, or is made by a generator", isReading: true);
    }

    /// <summary>Whether it is the .NET class library's.</summary>
    private static bool IsFramework(ISymbol member) => member.ContainingAssembly?.Name is { } name
        && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal) || name is "mscorlib" or "netstandard");
}
