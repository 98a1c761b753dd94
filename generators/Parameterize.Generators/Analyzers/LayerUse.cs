using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Flow;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Analyzers;

/// <summary>One use of a layer, or of its tensors, that leaves the layer's multiplier out.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Place">Where that is.</param>
/// <param name="How">What is done with it, as after <c>is</c>.</param>
/// <param name="Advice">What to do instead, by the name of the generated member.</param>
/// <param name="IsOwn">Whether the layer is a member of the object that the code is of, and no other can be meant.</param>
internal sealed record LayerUse(ScaledLayer Layer, SyntaxNode Place, string How, Func<string, string> Advice, bool IsOwn)
{
    /// <summary>A name that is longer than this one is not repeated.</summary>
    private const int Longest = 30;

    /// <summary>All that an operation does so.</summary>
    public static IEnumerable<LayerUse> Of(ValueFlow flow, IOperation operation)
    {
        var layers = new LayerFlow(flow);
        var value = new FlowValue(operation);
        return operation switch
        {
            IInvocationOperation { Instance: { } layer } call when LayerFlow.IsApplied(call) =>
                Uses(layer, call.Syntax, Named(layer), Call),
            IMethodReferenceOperation { Instance: { } layer, Method.Name: "forward" or "call" } =>
                Uses(layer, operation.Syntax, "handed on as a function of its own", forward => $"hand on {forward}"),
            IReturnOperation { ReturnedValue: { } layer } when IsForBase(operation) && IsModule(layer) =>
                Uses(layer, layer.Syntax, "handed to a base class", forward => $"let the base class have the function {forward}"),
            _ when HelperCalls.Find(flow, value, CallIn) is { Found: var found, Method: var method } =>
                found.Select(layer => new LayerUse(layer, operation.Syntax, $"called in '{method}'", HandOn, false)),
            IInvocationOperation call when IsElsewhere(flow, call) => call.Arguments
                .Where(argument => IsModule(argument.Value))
                .SelectMany(argument => Uses(argument.Value, argument.Syntax, $"handed to '{call.TargetMethod.Name}'", HandOn)),
            _ => TensorUse.Of(flow, layers, operation),
        };

        IEnumerable<LayerUse> Uses(IOperation layer, SyntaxNode place, string how, Func<string, string> advice)
        {
            var found = layers.In(value.With(layer));
            return found.Select(one => new LayerUse(one, place, how, advice, found.Count == 1 && IsOwnMember(flow, layer, one)));
        }
    }

    private static string Call(string forward) => $"call {forward}";

    private static string HandOn(string forward) => $"hand on {forward}, as a function,";

    private static string Named(IOperation layer) =>
        layer.Syntax.ToString() is { Length: <= Longest } name ? $"called as '{name}'" : "called by another name";

    /// <summary>The layers that a method calls in one call of it; those that it gets elsewhere are reported there.</summary>
    private static Found? CallIn(ValueFlow flow, FlowValue operation) =>
        operation.Operation switch
        {
            IInvocationOperation { Instance: { } layer } call when LayerFlow.IsApplied(call) => layer,
            IMethodReferenceOperation { Instance: { } layer, Method.Name: "forward" or "call" } => layer,
            _ => null,
        } is { } called
        && new LayerFlow(flow) is var layers
        && layers.In(new FlowValue(called)).Count == 0
        && layers.In(operation.With(called)) is { Count: > 0 } found
            ? new Found(found)
            : null;

    private static bool IsModule(IOperation value) =>
        value.Type is { } type
            && (value is IConversionOperation { IsImplicit: true, Operand.Type: { } own } ? IsLayers(own) : IsLayers(type));

    private static bool IsLayers(ITypeSymbol type) => !type.Is(WellKnownNames.Parameter) && Held.HoldsTensors(type);

    /// <summary>
    /// A method, or a function in a variable, that nobody can look into, and that gives back a tensor. Queries run what is written in them.
    /// </summary>
    private static bool IsElsewhere(ValueFlow flow, IInvocationOperation call) => call.TargetMethod is var method
        && !LayerCatalogue.IsTorchSharp(method)
        && call.Type.SelfAndBases().Any(type => type.Is(WellKnownNames.Tensor))
        && (method.MethodKind == MethodKind.DelegateInvoke
            ? !flow.Origins(new FlowValue(call.Instance!))
                .All(origin => origin.Operation is IDelegateCreationOperation { Target: IAnonymousFunctionOperation })
            : !method.IsSourced() && method.ContainingNamespace is not { Name: "Linq", ContainingNamespace.Name: "System" });

    /// <summary>What overrides a member of a base class of the user's is called there.</summary>
    private static bool IsForBase(IOperation operation) => operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart) switch
    {
        IMethodSymbol { AssociatedSymbol: IPropertySymbol { OverriddenProperty: { } overridden } } =>
            !LayerCatalogue.IsTorchSharp(overridden),
        IMethodSymbol { OverriddenMethod: { } overridden } => !LayerCatalogue.IsTorchSharp(overridden),
        _ => false,
    };

    /// <summary>Whether it stands for a member of the very object, by itself or by locals and properties of it.</summary>
    internal static bool IsOwnMember(ValueFlow flow, IOperation value, ScaledLayer layer) =>
        layer.Reference is { Instance: IInstanceReferenceOperation }
        && flow.Origins(new FlowValue(value), operation => operation == layer.Reference) is { Count: 1 } origins
        && origins[0].Operation == layer.Reference
        && value.DescendantsAndSelf()
            .OfType<IMemberReferenceOperation>()
            .All(reference => reference.Instance is null or IInstanceReferenceOperation);

    /// <summary>A list that may be absent, as a search wants it.</summary>
    private readonly record struct Found(IReadOnlyList<ScaledLayer> Layers)
    {
        public IEnumerable<LayerUse> Select(Func<ScaledLayer, LayerUse> use) => Layers.Select(use);
    }
}
