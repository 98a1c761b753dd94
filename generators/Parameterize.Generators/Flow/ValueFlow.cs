using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Flow;

/// <summary>
/// Follows values back to where they are made: through variables, choices, conversions, methods of the user's, and the parameters of those
/// whose call is at hand.
/// </summary>
internal sealed class ValueFlow
{
    /// <summary>How many variables and methods are followed; source in the making can define them by one another.</summary>
    private const int Farthest = 8;

    private readonly VariableValues _variables;
    private readonly CancellationToken _cancellation;

    public ValueFlow(Compilation compilation, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        Bodies = new SourceBodies(compilation, cancellation);
        _variables = new VariableValues(Bodies);
    }

    public SourceBodies Bodies { get; }

    /// <summary>Where a value may come from: none of these is a variable or a choice that could be followed.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isEnd">What is not followed farther, though it could be; nothing by default.</param>
    public IReadOnlyList<FlowValue> Origins(FlowValue value, Func<IOperation, bool>? isEnd = null)
    {
        var origins = new List<FlowValue>();
        Follow(value, Farthest, origins, [], isEnd ?? (_ => false));
        return origins;
    }

    /// <summary>A call's arguments by the parameters of the method that it calls.</summary>
    public static CallFrame FrameOf(FlowValue call) => new((call.Operation switch
    {
        IInvocationOperation invocation => invocation.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        _ => [],
    }).Where(argument => argument.Parameter is not null)
        .GroupBy<IArgumentOperation, IParameterSymbol>(argument => argument.Parameter!.OriginalDefinition, SymbolEqualityComparer.Default)
        .ToDictionary<IGrouping<IParameterSymbol, IArgumentOperation>, IParameterSymbol, FlowValue>(
            group => group.Key, group => call.With(group.First().Value), SymbolEqualityComparer.Default));

    private void Follow(FlowValue value, int steps, List<FlowValue> origins, HashSet<IOperation> seen, Func<IOperation, bool> isEnd)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (!seen.Add(value.Operation))
        {
            return;
        }

        var sources = steps == 0 || isEnd(value.Operation) ? null : Sources(value);
        if (sources is null)
        {
            origins.Add(value);
            return;
        }

        foreach (var source in sources)
        {
            Follow(source, IsPart(value.Operation) ? steps : steps - 1, origins, seen, isEnd);
        }
    }

    /// <summary>An operation that hands on one of its operands takes no step: there are finitely many of them.</summary>
    private static bool IsPart(IOperation operation) =>
        operation is IConversionOperation or IConditionalOperation or ICoalesceOperation or ISwitchExpressionOperation
            or ISimpleAssignmentOperation;

    /// <summary>Null for an origin.</summary>
    private IReadOnlyCollection<FlowValue>? Sources(FlowValue value) => value.Operation switch
    {
        IConversionOperation { Operand: var operand } => [value.With(operand)],
        IConditionalOperation { WhenTrue: var one, WhenFalse: { } other } => [value.With(one), value.With(other)],
        ICoalesceOperation choice => [value.With(choice.Value), value.With(choice.WhenNull)],
        ISwitchExpressionOperation choice => [.. choice.Arms.Select(arm => value.With(arm.Value))],
        ISimpleAssignmentOperation assignment => [value.With(assignment.Value)],
        IConditionalAccessOperation access => [value.With(access.WhenNotNull)],
        IConditionalAccessInstanceOperation instance => Receiver(instance) is { } receiver ? [value.With(receiver)] : null,
        ILocalReferenceOperation local => [.. VariableValues.Of(local).Select(value.With)],
        IFieldReferenceOperation { Field: var field } when IsFollowed(field) => Members(field),
        IPropertyReferenceOperation { Property: { IsIndexer: false } property } when IsFollowed(property) => Members(property),
        IParameterReferenceOperation { Parameter: var parameter } =>
            value.Frame?.ArgumentOf(parameter) is { } argument ? [argument] : Invoked(value, parameter),
        ITranslatedQueryOperation { Operation: var query } => [value.With(query)],
        IInvocationOperation { TargetMethod: var method } call when !GeneratedOptimizer.IsFactory(method) && !ParameterFlow.Asks(call) =>
            Bodies.ReturnedBy(method)
                .Select(result => new FlowValue(result, FrameOf(value.With(call))))
                .ToArray() is { Length: > 0 } results ? results : null,
        _ => null,
    };

    /// <summary>What a function in a variable is called with, as far as its method shows; null where it is not called there.</summary>
    private static FlowValue[]? Invoked(FlowValue value, IParameterSymbol parameter) =>
        FunctionOf(value.Operation, parameter) is not { } local ? null :
        [
            .. value.Operation.Root().Descendants()
                .OfType<IInvocationOperation>()
                .Where(call =>
                    call is { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: ILocalReferenceOperation { Local: var called } }
                        && SymbolEqualityComparer.Default.Equals(called, local))
                .Select(call => value.With(call.Arguments[parameter.Ordinal].Value)),
        ];

    /// <summary>The variable that is given the function that a parameter is of.</summary>
    private static ILocalSymbol? FunctionOf(IOperation? use, IParameterSymbol parameter)
    {
        while (use is not null
            && !(use is IAnonymousFunctionOperation function
                && function.Symbol.Parameters.Contains(parameter, SymbolEqualityComparer.Default)))
        {
            use = use.Parent;
        }

        do
        {
            use = use?.Parent;
        }
        while (use is IConversionOperation or IDelegateCreationOperation or IVariableInitializerOperation);

        return (use as IVariableDeclaratorOperation)?.Symbol;
    }

    private FlowValue[]? Members(ISymbol member) =>
        _variables.Of(member).Select(given => new FlowValue(given)).ToArray() is { Length: > 0 } values ? values : null;

    /// <summary>A tuple's element is where the tuple comes from.</summary>
    private static bool IsFollowed(ISymbol member) => member.ContainingType is { IsTupleType: false } && member.IsSourced();

    /// <summary>What stands before the <c>?.</c> of a call.</summary>
    internal static IOperation? Receiver(IOperation? use)
    {
        while (use is not null && !(use.Parent is IConditionalAccessOperation access && access.WhenNotNull == use))
        {
            use = use.Parent;
        }

        return (use?.Parent as IConditionalAccessOperation)?.Operation;
    }
}
