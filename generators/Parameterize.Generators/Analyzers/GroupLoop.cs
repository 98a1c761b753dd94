using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Flow;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Analyzers;

/// <summary>What runs once for each group of an optimizer: a loop, or a function that is handed to <c>ForEach</c>.</summary>
/// <param name="Optimizer">The optimizer.</param>
/// <param name="Body">The loop or the function.</param>
internal sealed record GroupLoop(IOperation Optimizer, IOperation Body)
{
    /// <summary>The loop in which a group is the current one; null where there is none.</summary>
    public static GroupLoop? Around(IOperation use, IOperation group)
    {
        var element = Bare(group);
        var parameter = (element as IParameterReferenceOperation)?.Parameter;
        for (var outer = use.Parent; outer is not null; outer = outer.Parent)
        {
            var collection = outer switch
            {
                IForEachLoopOperation loop when IsElement(loop) => loop.Collection,
                IForLoopOperation loop when Indexed(element, loop) is { } indexed => indexed,
                IAnonymousFunctionOperation function when parameter is not null
                    && function.Symbol.Parameters.Contains(parameter, SymbolEqualityComparer.Default) =>
                    ReceiverOf(function),
                _ => null,
            };
            if (collection is not null)
            {
                return Groups(collection) is { } optimizer ? new GroupLoop(optimizer, outer) : null;
            }
        }

        return null;

        bool IsElement(IForEachLoopOperation loop) =>
            element is ILocalReferenceOperation local && loop.Locals.Contains(local.Local, SymbolEqualityComparer.Default);
    }

    /// <summary>
    /// The optimizer of which the first group, or the last, gets a rate and no other: as if it had but one. Null for anything else.
    /// </summary>
    public static IOperation? OnlyOne(IOperation assignment, IOperation group) =>
        OwnerOfOne(group) is { } optimizer
        && assignment.Root()
            .Descendants()
            .OfType<ISimpleAssignmentOperation>()
            .Count(other => other.Target is IPropertyReferenceOperation { Property.Name: Rate }) == 1
            ? optimizer
            : null;

    private const string Rate = "LearningRate";

    private static IOperation? OwnerOfOne(IOperation group) => Bare(group) switch
    {
        IInvocationOperation { TargetMethod.Name: "First" or "Last" or "Single" or "FirstOrDefault"
            or "LastOrDefault", Arguments: { Length: 1 } all } => Groups(all[0].Value),
        IInvocationOperation { TargetMethod.Name: "ElementAt", Arguments: { Length: 2 } both } when both[1].Value.ConstantValue.HasValue =>
            Groups(both[0].Value),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list, Arguments: { Length: 1 } index }
            when index[0].Value.ConstantValue.HasValue => Groups(list),
        IArrayElementReferenceOperation { ArrayReference: var array, Indices: { Length: 1 } index } when index[0].ConstantValue.HasValue =>
            Groups(array),
        ILocalReferenceOperation local when VariableValues.Of(local).ToArray() is { Length: 1 } values => OwnerOfOne(values[0]),
        _ => null,
    };

    /// <summary>
    /// Whether a rate may be another one for each group: it depends on what the loop changes, or on what gives another value each time.
    /// </summary>
    public bool Varies(IOperation rate)
    {
        var changing = Changing();
        return rate.DescendantsAndSelf().Any(part => part switch
        {
            ILocalReferenceOperation local => changing.Contains(local.Local),
            IParameterReferenceOperation parameter => changing.Contains(parameter.Parameter),
            IIncrementOrDecrementOperation => true,
            IInvocationOperation { Instance: not null, TargetMethod: var method } => !method.IsSourced() && method.Parameters.IsEmpty,
            _ => false,
        });
    }

    /// <summary>Whether a condition in the loop chooses which groups get the rate.</summary>
    public bool IsSelective(IOperation assignment)
    {
        for (var (inner, outer) = (assignment, assignment.Parent); outer is not null
            && inner != Body; (inner, outer) = (outer, outer.Parent))
        {
            var condition = outer switch
            {
                IConditionalOperation choice => choice.Condition,
                ISwitchOperation choice => choice.Value,
                _ => null,
            };
            if (condition is not null && condition != inner && Varies(condition))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The variables that have another value in each round.</summary>
    private HashSet<ISymbol> Changing()
    {
        var changing = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        changing.UnionWith((Body as ILoopOperation)?.Locals ?? []);
        changing.UnionWith((Body as IAnonymousFunctionOperation)?.Symbol.Parameters ?? []);
        foreach (var part in Body.Descendants())
        {
            var target = part switch
            {
                IAssignmentOperation assignment => assignment.Target,
                IIncrementOrDecrementOperation step => step.Target,
                IVariableDeclaratorOperation { Symbol: var local } declarator when declarator.GetVariableInitializer()?.Value is { } value
                    && MentionsChanging(value) =>
                    Added(local),
                _ => null,
            };
            changing.UnionWith(target switch
            {
                ILocalReferenceOperation local => [local.Local],
                IParameterReferenceOperation parameter => [parameter.Parameter],
                _ => Enumerable.Empty<ISymbol>(),
            });
        }

        return changing;

        bool MentionsChanging(IOperation value) => value.DescendantsAndSelf().Any(part => part switch
        {
            ILocalReferenceOperation local => changing.Contains(local.Local),
            IParameterReferenceOperation parameter => changing.Contains(parameter.Parameter),
            _ => false,
        });

        IOperation? Added(ILocalSymbol local)
        {
            changing.Add(local);
            return null;
        }
    }

    /// <summary>As <c>groups</c> in <c>groups[i]</c>, in a loop over <c>i</c>.</summary>
    private static IOperation? Indexed(IOperation element, IForLoopOperation loop)
    {
        var (collection, index) = element switch
        {
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list, Arguments: { Length: 1 } one } =>
                (list, one[0].Value),
            IArrayElementReferenceOperation { ArrayReference: var array, Indices: { Length: 1 } one } => (array, one[0]),
            IInvocationOperation { TargetMethod.Name: "ElementAt", Arguments: { Length: 2 } both } => (both[0].Value, both[1].Value),
            _ => (null, null),
        };
        return index is not null && Bare(index) is ILocalReferenceOperation { Local: var counter }
            && loop.Locals.Contains(counter, SymbolEqualityComparer.Default)
            ? collection
            : null;
    }

    /// <summary>As <c>groups</c> in <c>groups.ForEach(group => ...)</c>.</summary>
    private static IOperation? ReceiverOf(IOperation function)
    {
        var use = function.Parent;
        while (use is IConversionOperation or IDelegateCreationOperation or IArgumentOperation)
        {
            use = use.Parent;
        }

        return use is IInvocationOperation { TargetMethod.Name: "ForEach" } call ? call.Instance ?? call.Arguments[0].Value : null;
    }

    /// <summary>The optimizer of which a sequence has all groups.</summary>
    private static IOperation? Groups(IOperation collection) => Bare(collection) switch
    {
        IPropertyReferenceOperation { Property.Name: "ParamGroups", Instance: { } optimizer } => optimizer,
        IInvocationOperation { TargetMethod.Name: "ToList" or "ToArray" or "AsEnumerable", Arguments: { Length: 1 } inner } =>
            Groups(inner[0].Value),
        ILocalReferenceOperation local => VariableValues.Of(local).ToArray() is { Length: 1 } values ? Groups(values[0]) : null,
        _ => null,
    };

    private static IOperation Bare(IOperation operation) =>
        operation is IConversionOperation conversion ? Bare(conversion.Operand) : operation;
}
