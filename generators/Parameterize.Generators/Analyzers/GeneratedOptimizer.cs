using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Emission;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Analyzers;

/// <summary>Follows an optimizer back to the annotated model whose generated factory made it.</summary>
internal static class GeneratedOptimizer
{
    /// <summary>How many variables are followed; source in the making can define them by one another.</summary>
    private const int Farthest = 4;

    /// <summary>The model's class; null for optimizers from elsewhere, and for baselines, whose layers have one rate anyway.</summary>
    public static INamedTypeSymbol? ModelOf(IOperation optimizer) => ModelOf(optimizer, Farthest);

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

    private static INamedTypeSymbol? ModelOf(IOperation optimizer, int steps)
    {
        return optimizer switch
        {
            IConversionOperation conversion => ModelOf(conversion.Operand, steps),
            IInvocationOperation { TargetMethod: var factory } when IsFactory(factory) => factory.ContainingType,
            ILocalReferenceOperation { Local: var local } => First(Values(optimizer, local)),
            IFieldReferenceOperation { Field: var field } => First(Values(optimizer, field)),
            IPropertyReferenceOperation { Property: var property } => First(Values(optimizer, property)),
            _ => null,
        };

        INamedTypeSymbol? First(IEnumerable<IOperation> values) => steps == 0
            ? null
            : values.Select(value => ModelOf(value, steps - 1)).OfType<INamedTypeSymbol>().FirstOrDefault();
    }

    /// <summary>What a local is initialised with; a local that is assigned anew is not followed.</summary>
    private static IEnumerable<IOperation> Values(IOperation use, ILocalSymbol local) => use.Root().Descendants()
        .OfType<IVariableDeclaratorOperation>()
        .Where(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))
        .Select(declarator => declarator.GetVariableInitializer()?.Value)
        .OfType<IOperation>();

    /// <summary>What a field or property is given in this file: other files' semantics are not at hand here.</summary>
    private static IEnumerable<IOperation> Values(IOperation use, ISymbol member)
    {
        var semantics = use.SemanticModel!;
        return use.Syntax.SyntaxTree.GetRoot().DescendantNodes()
            .Select(Value)
            .OfType<ExpressionSyntax>()
            .Select(value => semantics.OperationOf(value))
            .OfType<IOperation>();

        ExpressionSyntax? Value(SyntaxNode node) => node switch
        {
            AssignmentExpressionSyntax assignment when Same(semantics.GetSymbolInfo(assignment.Left).Symbol) => assignment.Right,
            VariableDeclaratorSyntax { Initializer: { } initial } field when Same(semantics.GetDeclaredSymbol(field)) => initial.Value,
            PropertyDeclarationSyntax { Initializer: { } initial } property when Same(semantics.GetDeclaredSymbol(property)) => initial.Value,
            _ => null,
        };

        bool Same(ISymbol? symbol) => SymbolEqualityComparer.Default.Equals(symbol, member);
    }
}
