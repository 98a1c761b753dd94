using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Parameterize.CodeFixes.Annotation;

/// <summary>Attention that is written out.</summary>
internal static class AttentionCode
{
    /// <summary>Whether a class, or one that it builds, has some.</summary>
    public static bool IsIn(
        INamedTypeSymbol type, Func<INamedTypeSymbol, IEnumerable<INamedTypeSymbol>> inside, CancellationToken cancellation)
    {
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        return IsIn(type);

        bool IsIn(INamedTypeSymbol current) => seen.Add(current) && (Has(current, cancellation) || inside(current).Any(IsIn));
    }

    /// <summary>By name: a softmax, or the fused operator.</summary>
    private static bool Has(INamedTypeSymbol type, CancellationToken cancellation) => type.DeclaringSyntaxReferences
        .SelectMany(reference => reference.GetSyntax(cancellation).DescendantNodes().OfType<InvocationExpressionSyntax>())
        .Any(call => call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            IdentifierNameSyntax name => name.Identifier.ValueText,
            _ => "",
        } is "softmax" or "scaled_dot_product_attention");
}
