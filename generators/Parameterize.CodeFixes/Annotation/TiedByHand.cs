using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.CodeFixes.Annotation;

/// <summary>A readout that a constructor gives an embedding's weight: <c>head.weight = words.weight;</c></summary>
/// <param name="Readout">The member that holds the Linear.</param>
/// <param name="Embedding">The member that holds the Embedding.</param>
/// <param name="Statement">The assignment.</param>
internal sealed record TiedByHand(ISymbol Readout, ISymbol Embedding, ExpressionStatementSyntax Statement)
{
    public static IEnumerable<TiedByHand> In(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation) =>
        type.InstanceConstructors
            .SelectMany(constructor => constructor.DeclaringSyntaxReferences)
            .Select(reference => reference.GetSyntax(cancellation))
            .OfType<ConstructorDeclarationSyntax>()
            .SelectMany(constructor => constructor.Body?.Statements.OfType<ExpressionStatementSyntax>() ?? [])
            .Select(statement => Of(statement, compilation.GetSemanticModel(statement.SyntaxTree), cancellation))
            .OfType<TiedByHand>();

    private static TiedByHand? Of(ExpressionStatementSyntax statement, SemanticModel semantics, CancellationToken cancellation)
    {
        return statement.Expression is AssignmentExpressionSyntax assignment
            && Holder(assignment.Left, "TorchSharp.Modules.Linear") is { } readout
            && Holder(assignment.Right, "TorchSharp.Modules.Embedding") is { } embedding
                ? new TiedByHand(readout, embedding, statement)
                : null;

        ISymbol? Holder(ExpressionSyntax weight, string module) => weight switch
        {
            PostfixUnaryExpressionSyntax forgiven => Holder(forgiven.Operand, module),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "weight", Expression: var layer } when semantics.GetTypeInfo(
                layer, cancellation).Type.Is(module) =>
                semantics.GetSymbolInfo(layer, cancellation).Symbol is { Kind: SymbolKind.Field or SymbolKind.Property } member
                    ? member
                    : null,
            _ => null,
        };
    }
}
