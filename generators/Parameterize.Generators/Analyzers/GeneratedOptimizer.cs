using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Emission;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Analyzers;

/// <summary>Follows an optimizer back to the annotated model whose generated factory made it.</summary>
internal static class GeneratedOptimizer
{
    /// <summary>The model's class; null for optimizers from elsewhere, and for baselines, whose layers have one rate anyway.</summary>
    public static INamedTypeSymbol? ModelOf(IOperation optimizer) => optimizer switch
    {
        IConversionOperation conversion => ModelOf(conversion.Operand),
        IInvocationOperation { TargetMethod: var factory } when IsFactory(factory) => factory.ContainingType,
        ILocalReferenceOperation { Local: var local } => Values(optimizer, local).Select(ModelOf).OfType<INamedTypeSymbol>().FirstOrDefault(),
        _ => null,
    };

    /// <summary>Whether a method is a generated one that makes an optimizer, or the groups of one.</summary>
    public static bool IsFactory(IMethodSymbol method) =>
        (method.Name == MemberNameList.ParameterGroups || OptimizerCatalogue.All.Any(optimizer => optimizer.Factory == method.Name))
        && method.ContainingType?.Attribute(WellKnownNames.ParameterizeAttribute) is { } attribute
        && attribute.Argument<bool>("Baseline") != true;

    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>What a local is initialised with; a local that is assigned anew is not followed.</summary>
    private static IEnumerable<IOperation> Values(IOperation use, ILocalSymbol local) => use.Root().Descendants()
        .OfType<IVariableDeclaratorOperation>()
        .Where(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))
        .Select(declarator => declarator.GetVariableInitializer()?.Value)
        .OfType<IOperation>();
}
