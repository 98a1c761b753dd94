using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Flow;

/// <summary>Finds the annotated models whose parameters are in a sequence, a group, or a list of groups; baselines do not count.</summary>
internal sealed class ParameterFlow(ValueFlow flow)
{
    private readonly ModelFlow _models = new(flow);

    /// <summary>What puts one thing into another only so often; deeper nests are nobody's code.</summary>
    private const int Deepest = 12;

    /// <summary>What leaves out nothing that trains.</summary>
    private static readonly string[] Wholes = ["ToList", "ToArray", "AsEnumerable", "ToHashSet"];

    /// <summary>Whether a call asks a module for its parameters.</summary>
    public static bool Asks(IInvocationOperation call) =>
        call is { TargetMethod.Name: "parameters" or "named_parameters" or "get_parameter", Instance: not null };

    public IReadOnlyList<HeldParameters> In(FlowValue value) => [.. In(value, isWhole: true, Deepest)];

    private IEnumerable<HeldParameters> In(FlowValue value, bool isWhole, int depth)
    {
        if (depth == 0)
        {
            return [];
        }

        var origins = flow.Origins(value, IsOfModel);
        return origins.SelectMany(origin => At(origin, isWhole && origins.Count == 1, depth - 1));
    }

    private IEnumerable<HeldParameters> At(FlowValue value, bool isWhole, int depth)
    {
        switch (value.Operation)
        {
            case IInvocationOperation { Instance: { } module } call when Asks(call):
                return _models.In(value.With(module))
                    .Select(model =>
                        new HeldParameters(
                            model, call,
                            isWhole && call.TargetMethod.Name != "get_parameter"
                                && SymbolEqualityComparer.Default.Equals(module.Type, model)));
            case IMemberReferenceOperation { Type: var type } tensor when type.Is(WellKnownNames.Parameter):
                return (IsOfModel(tensor) ? tensor : tensor.Instance) is not { } layer ? []
                    : _models.In(value.With(layer)).Select(model => new HeldParameters(model, tensor, IsWhole: false));
            case IInvocationOperation call when CarriesParameters(call.Type) && !call.TargetMethod.ContainingType.Is(WellKnownNames.Tensor):
                return All(
                    isWhole && IsWhole(call),
                    call.ChildOperations.Select(part => part is IArgumentOperation argument ? argument.Value : part));
            case IObjectCreationOperation creation:
                // A group's own options are a reason to look.
                var given = creation.Arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue)
                    .Select(argument => argument.Value).Concat(Initial(creation.Initializer)).ToArray();
                return All(isWhole && given.Length == 1, given);
            case IArrayCreationOperation { Initializer: { ElementValues: var elements } }:
                return All(isWhole && elements.Length == 1, elements);
            case ICollectionExpressionOperation { Elements: var elements }:
                return All(
                    isWhole && elements.Length == 1,
                    elements.Select(element => element is ISpreadOperation spread ? spread.Operand : element));
            case ITupleOperation { Elements: var items }:
                return All(false, items);
            case IDelegateCreationOperation { Target: var function }:
                return At(value.With(function), isWhole, depth);
            case IAnonymousFunctionOperation function:
                return All(isWhole, SourceBodies.ReturnedIn(function.Body).Concat(SourceBodies.ReturnedIn(function)).Distinct());
            case IFieldReferenceOperation { Instance: { } tuple }:
                return All(isWhole, [tuple]);
            case IPropertyReferenceOperation { Instance: { } owner } when CarriesParameters(value.Operation.Type):
                return All(false, [owner]);
            case IArrayElementReferenceOperation { ArrayReference: var array }:
                return All(false, [array]);
            default:
                return [];
        }

        IEnumerable<HeldParameters> All(bool whole, IEnumerable<IOperation> parts) =>
            parts.SelectMany(part => In(value.With(part), whole, depth));
    }

    /// <summary>A bare parameter of an annotated class.</summary>
    private static bool IsOfModel(IOperation operation) =>
        operation is IMemberReferenceOperation { Type: var type, Member.ContainingType: var owner } && type.Is(WellKnownNames.Parameter)
            && owner.IsAnnotated();

    /// <summary>What an initialiser puts into a new object.</summary>
    internal static IEnumerable<IOperation> Initial(IObjectOrCollectionInitializerOperation? initializer) =>
        initializer?.Initializers.SelectMany(part => part switch
        {
            ISimpleAssignmentOperation assignment => [assignment.Value],
            IInvocationOperation addition => addition.Arguments.Select(argument => argument.Value),
            _ => Enumerable.Empty<IOperation>(),
        }) ?? [];

    /// <summary>Numbers and words about parameters are none.</summary>
    private static bool CarriesParameters(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.None or SpecialType.System_Object or SpecialType.System_Array }
            or { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T };

    /// <summary>Generated factories leave out what needs no gradient, so a filter for that takes nothing away.</summary>
    private static bool IsWhole(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "Where" => IsOf(call, "requires_grad"),
        "Select" => IsOf(call, "parameter") || IsOf(call, "Item2"),
        var name => Wholes.Contains(name),
    };

    private static bool IsOf(IInvocationOperation call, string member) =>
        call.Arguments.Length == 2
        && call.Arguments[1].Value.DescendantsAndSelf().OfType<IReturnOperation>().ToArray() is { Length: 1 } returns
        && returns[0].ReturnedValue is IMemberReferenceOperation { Instance: IParameterReferenceOperation or IMemberReferenceOperation } of
        && of.Member.Name == member;
}
