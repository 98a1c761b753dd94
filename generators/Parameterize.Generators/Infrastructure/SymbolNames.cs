using Microsoft.CodeAnalysis;

namespace Parameterize.Generators.Infrastructure;

/// <summary>Compares symbols by their full name, so that no type has to be looked up in a compilation.</summary>
internal static class SymbolNames
{
    private static readonly SymbolDisplayFormat Qualified = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>As <c>TorchSharp.torch.nn.Module</c>, without type arguments.</summary>
    public static string FullName(this ITypeSymbol type) => type.ToDisplayString(Qualified);

    public static bool Is(this ITypeSymbol? type, string fullName) =>
        type is not null && fullName.EndsWith(type.Name, System.StringComparison.Ordinal)
            && type.FullName() == fullName;

    public static bool DerivesFrom(this ITypeSymbol? type, string fullName) => type.SelfAndBases().Any(t => t.Is(fullName));

    public static IEnumerable<ITypeSymbol> SelfAndBases(this ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    /// <summary>Whether a value of the type is one of the other type.</summary>
    public static bool IsA(this ITypeSymbol type, ITypeSymbol other) =>
        type.SelfAndBases().Concat(type.AllInterfaces).Any(own => SymbolEqualityComparer.Default.Equals(own, other));

    /// <summary>Whether it is declared in the compilation's own source.</summary>
    public static bool IsSourced(this ISymbol symbol) => symbol.DeclaringSyntaxReferences.Length > 0
        || (symbol.IsImplicitlyDeclared && symbol.ContainingType is { DeclaringSyntaxReferences.Length: > 0 });

    public static AttributeData? Attribute(this ISymbol symbol, string fullName) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass.Is(fullName));

    public static bool Has(this ISymbol symbol, string attributeFullName) => symbol.Attribute(attributeFullName) is not null;

    /// <summary>The named argument's value, if it is given and of that type.</summary>
    public static T? Argument<T>(this AttributeData? attribute, string name)
        where T : struct =>
        attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { IsNull: false, Value: T value }
            ? value
            : null;
}
