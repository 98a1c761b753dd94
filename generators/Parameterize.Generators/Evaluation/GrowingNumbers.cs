using Microsoft.CodeAnalysis;

namespace Parameterize.Generators.Evaluation;

/// <summary>
/// The numbers that are declared to grow: constructor parameters, and properties of the options objects that they are given in.
/// </summary>
internal sealed class GrowingNumbers(
    INamedTypeSymbol type, IReadOnlyDictionary<string, Dimension> parameters, IReadOnlyDictionary<ISymbol, Dimension> properties)
{
    /// <summary>A parameter of the class's own constructors; null for one of another method.</summary>
    public Dimension? Of(IParameterSymbol parameter)
    {
        if (!IsOwn(parameter))
        {
            return null;
        }

        return parameters.TryGetValue(parameter.Name, out var dimension) ? dimension : Finite.Handed(DefaultOf(parameter));
    }

    /// <summary>The properties that are declared to grow.</summary>
    public IEnumerable<ISymbol> Properties => properties.Keys;

    public Dimension? Of(ISymbol? property) =>
        property is not null && properties.TryGetValue(property.OriginalDefinition, out var dimension) ? dimension : null;

    public bool IsOwnConstructor(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor
        && SymbolEqualityComparer.Default.Equals(method.ContainingType.OriginalDefinition, type.OriginalDefinition);

    private static double? DefaultOf(IParameterSymbol parameter) =>
        parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: { } value }
        && value is not (bool or string or char) and IConvertible number
            ? number.ToDouble(System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private bool IsOwn(IParameterSymbol parameter) => parameter.ContainingSymbol is IMethodSymbol method && IsOwnConstructor(method);
}
