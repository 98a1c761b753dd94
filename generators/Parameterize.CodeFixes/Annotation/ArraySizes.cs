using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Parameterize.CodeFixes.Annotation;

/// <summary>Sizes of layers that are elements of a parameter, as <c>dims[0]</c>: no attribute says of these that they grow.</summary>
internal static class ArraySizes
{
    /// <summary>Each such parameter, with the first of its elements that sizes a layer.</summary>
    public static IEnumerable<(IParameterSymbol Array, string Example)> In(
        INamedTypeSymbol type, SizeReading reading, Compilation compilation, CancellationToken cancellation) =>
        reading.Calls(type, new Dictionary<LayerSize, (string, int)>())
            .SelectMany(SizeUses.Sized)
            .SelectMany(argument => argument.DescendantNodesAndSelf().OfType<ElementAccessExpressionSyntax>())
            .Select(element => (
                Array: compilation.GetSemanticModel(element.SyntaxTree)
                    .GetSymbolInfo(element.Expression, cancellation).Symbol as IParameterSymbol,
                Example: element.ToString()))
            .Where(found => found.Array?.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
                && SymbolEqualityComparer.Default.Equals(constructor.ContainingType, type))
            .GroupBy<(IParameterSymbol? Array, string Example), ISymbol>(found => found.Array!, SymbolEqualityComparer.Default)
            .Select(same => (same.First().Array!, same.First().Example));
}
