using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;

namespace Parameterize.Generators.Flow;

/// <summary>Follows an optimizer back to the annotated model whose generated factory made it.</summary>
internal static class GeneratedOptimizer
{
    /// <summary>The model's class; null for optimizers from elsewhere, and for baselines, whose layers have one rate anyway.</summary>
    public static INamedTypeSymbol? ModelOf(ValueFlow flow, FlowValue optimizer) => flow.Origins(optimizer)
        .Select(origin => origin.Operation)
        .OfType<IInvocationOperation>()
        .FirstOrDefault(call => IsFactory(call.TargetMethod))?.TargetMethod.ContainingType;

    /// <summary>Whether a method is a generated one that makes an optimizer, or the groups of one.</summary>
    public static bool IsFactory(IMethodSymbol method) =>
        (method.Name == MemberNameList.ParameterGroups || OptimizerCatalogue.IsGenerated(method.Name))
        && method.ContainingType.IsScaled();

    /// <summary>Whether a factory or a constructor of an optimizer is the one that takes groups.</summary>
    public static bool TakesGroups(IMethodSymbol factory) => factory.Parameters.FirstOrDefault()?.Type is INamedTypeSymbol sequence
        && sequence.TypeArguments.Any(element => element.Name == "ParamGroup");

    /// <summary>The model whose ParameterGroups are read in a method.</summary>
    public static INamedTypeSymbol? GroupsIn(IOperation method) => method.Descendants()
        .OfType<IInvocationOperation>()
        .Select(call => call.TargetMethod)
        .FirstOrDefault(target => target.Name == MemberNameList.ParameterGroups && IsFactory(target))?.ContainingType;

    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }
}
