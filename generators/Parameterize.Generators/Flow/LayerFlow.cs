using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Flow;

/// <summary>A member with a forward multiplier, as it is reached somewhere.</summary>
/// <param name="Member">The field or property.</param>
/// <param name="Forward">The generated member that applies the multiplier.</param>
/// <param name="Reference">Where it is named; null where all modules of a model are asked for.</param>
internal sealed record ScaledLayer(ISymbol Member, string Forward, IMemberReferenceOperation? Reference);

/// <summary>
/// Finds the members with a forward multiplier that a value is, or has in it: through variables, lists, tuples, queries and sequences.
/// </summary>
internal sealed class LayerFlow(ValueFlow flow)
{
    /// <summary>What puts one thing into another only so often; deeper nests are nobody's code.</summary>
    private const int Deepest = 12;

    /// <summary>TorchSharp's methods that give a model's modules, whatever they are called.</summary>
    private static readonly string[] Enumerations = ["children", "modules", "named_children", "named_modules"];

    public IReadOnlyList<ScaledLayer> In(FlowValue value) =>
        [.. In(value, Deepest).Where(layer => MayBe(value.Operation.Type, layer)).Distinct()];

    /// <summary>
    /// As <c>_convs</c> in <c>_convs.Select(conv => conv.call(x))</c>: what a function that stands in a call gets its parameters from.
    /// </summary>
    public static IEnumerable<IOperation> Sequences(IOperation? use, IParameterSymbol element)
    {
        while (use is not null
            && !(use is IAnonymousFunctionOperation function
                && function.Symbol.Parameters.Contains(element, SymbolEqualityComparer.Default)))
        {
            use = use.Parent;
        }

        var own = use;
        do
        {
            use = use?.Parent;
        }
        while (use is IConversionOperation or IDelegateCreationOperation or IArgumentOperation);

        return use is not IInvocationOperation call ? []
            : call.Arguments.Select(argument => argument.Value).Where(argument => !argument.DescendantsAndSelf().Contains(own))
                .Prepend(call.Instance)
                .OfType<IOperation>();
    }

    private IEnumerable<ScaledLayer> In(FlowValue value, int depth) => depth == 0 ? [] :
        flow.Origins(value, operation => Scaled(operation) is not null).SelectMany(origin => At(origin, depth - 1));

    private IEnumerable<ScaledLayer> At(FlowValue value, int depth)
    {
        if (Scaled(value.Operation) is { } layer)
        {
            return [layer];
        }

        if (value.Operation is IInvocationOperation { Instance.Type: INamedTypeSymbol model, TargetMethod: var method }
            && Enumerations.Contains(method.Name) && LayerCatalogue.IsTorchSharp(method))
        {
            return model.SelfAndBases().SelectMany(type => type.GetMembers()).Where(IsModule).Select(member => Scaled(member, null))
                .OfType<ScaledLayer>();
        }

        return All(value.Operation switch
        {
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list } => [list],
            IPropertyReferenceOperation { Property.ContainingNamespace.Name: "System" or "Generic", Instance: { } holder } when Holds(
                value.Operation.Type) => [holder],
            IFieldReferenceOperation { Field: var item, Instance: { } tuple } when item.ContainingType.IsTupleType => [Item(tuple, item)],
            IArrayElementReferenceOperation { ArrayReference: var array } => [array],
            IArrayCreationOperation { Initializer.ElementValues: var elements } => elements,
            ICollectionExpressionOperation { Elements: var elements } =>
                elements.Select(element => element is ISpreadOperation spread ? spread.Operand : element),
            ITupleOperation { Elements: var items } => items,
            IParameterReferenceOperation { Parameter: var parameter } => Sequences(value.Operation, parameter),
            IInvocationOperation call when !IsApplied(call) && Holds(call.Type) =>
                call.Arguments.Select(argument => argument.Value).Prepend(call.Instance).OfType<IOperation>(),
            IObjectCreationOperation creation when Holds(creation.Type) && !creation.Type.IsAnnotated() =>
                creation.Arguments.Select(argument => argument.Value).Concat(ParameterFlow.Initial(creation.Initializer)),
            _ => Enumerable.Empty<IOperation>(),
        });

        IEnumerable<ScaledLayer> All(IEnumerable<IOperation> parts) => parts.SelectMany(part => In(value.With(part), depth));
    }

    /// <summary>Whether a call runs a module.</summary>
    public static bool IsApplied(IInvocationOperation call) => call is { TargetMethod.Name: "forward" or "call", Instance: not null };

    private static ScaledLayer? Scaled(IOperation operation) =>
        operation is IMemberReferenceOperation reference ? Scaled(reference.Member, reference) : null;

    private static ScaledLayer? Scaled(ISymbol member, IMemberReferenceOperation? reference) =>
        IsFieldOrProperty(member) && AnnotatedClass.MultipliedForwardOf(member) is { } forward ? new(member, forward, reference) : null;

    private static bool IsModule(ISymbol member) => IsFieldOrProperty(member) && !LayerMembers.TypeOf(member).Is(WellKnownNames.Parameter);

    private static bool IsFieldOrProperty(ISymbol member) => member is IFieldSymbol or IPropertySymbol { IsIndexer: false };

    private static bool Holds(ITypeSymbol? type) => type is not null
        && (Held.HoldsTensors(type)
            || (type is INamedTypeSymbol { TypeArguments: var arguments } && arguments.Any(argument => Held.HoldsTensors(argument))));

    /// <summary>The part of a tuple that is written out; the tuple itself where it is not.</summary>
    private static IOperation Item(IOperation tuple, IFieldSymbol item) =>
        tuple is ITupleOperation { Elements: var parts, Type: INamedTypeSymbol type }
            && type.TupleElements.IndexOf(item, 0, SymbolEqualityComparer.Default) is >= 0 and var index
            ? parts[index]
            : tuple;

    /// <summary>A list may have layers in it that a variable of another layer's class cannot hold.</summary>
    private static bool MayBe(ITypeSymbol? type, ScaledLayer layer)
    {
        var own = LayerMembers.TypeOf(layer.Member) switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } => arguments[0],
            var single => single,
        };
        return type is null || LayerCatalogue.Of(type) is not { FullName: var name } || !Held.IsModule(own) || own.Is(name)
            || type.DerivesFrom(own.FullName());
    }
}
