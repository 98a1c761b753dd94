using Microsoft.CodeAnalysis;

namespace Parameterize.Generators.Parsing;

/// <summary>The numbers that are declared to grow: constructor parameters, and properties of the options objects that they are given in.</summary>
internal sealed class GrowingNumbers(
    INamedTypeSymbol type, IReadOnlyDictionary<string, Dimension> parameters, IReadOnlyDictionary<ISymbol, Dimension> properties)
{
    /// <summary>A parameter of the class's own constructors; null for one of another method.</summary>
    public Dimension? Of(IParameterSymbol parameter) => !IsOwn(parameter) ? null
        : parameters.TryGetValue(parameter.Name, out var dimension) ? dimension : Dimension.Finite();

    public Dimension? Of(ISymbol property) => properties.TryGetValue(property.OriginalDefinition, out var dimension) ? dimension : null;

    private bool IsOwn(IParameterSymbol parameter) => parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        && SymbolEqualityComparer.Default.Equals(constructor.ContainingType.OriginalDefinition, type.OriginalDefinition);
}
