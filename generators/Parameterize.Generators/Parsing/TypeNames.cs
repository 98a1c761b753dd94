using Microsoft.CodeAnalysis;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Parsing;

/// <summary>How a class is declared again in a generated file.</summary>
internal static class TypeNames
{
    public static IEnumerable<INamedTypeSymbol> SelfAndContainers(this INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            yield return current;
        }
    }

    /// <summary>As <c>partial class Mlp&lt;T&gt;</c>.</summary>
    public static string Header(INamedTypeSymbol type)
    {
        var keyword = (type.TypeKind, type.IsRecord) switch
        {
            (TypeKind.Struct, true) => "record struct",
            (TypeKind.Struct, false) => "struct",
            (TypeKind.Interface, _) => "interface",
            (_, true) => "record",
            _ => "class",
        };
        var parameters = type.TypeParameters.Length == 0
            ? ""
            : $"<{string.Join(", ", type.TypeParameters.Select(parameter => Literal.Identifier(parameter.Name)))}>";
        return $"partial {keyword} {Literal.Identifier(type.Name)}{parameters}";
    }

    public static string? Namespace(INamedTypeSymbol type) => type.ContainingNamespace is { IsGlobalNamespace: false } space
        ? string.Join(".", Spaces(space).Select(part => Literal.Identifier(part.Name)))
        : null;

    /// <summary>As <c>Space.Outer.Mlp_1.g.cs</c>; two that differ only in case, or in how they come to <c>_1</c>, get different files.</summary>
    public static string HintName(INamedTypeSymbol type)
    {
        var types = type.SelfAndContainers().Reverse().ToArray();
        var parts = Spaces(type.ContainingNamespace).Select(space => space.Name).Concat(types.Select(FileName));
        var name = string.Join(".", parts);
        var hasTwin = types.Any(HasTwin) || Spaces(type.ContainingNamespace).Any(HasTwin);
        return hasTwin ? $"{name}.{StableHash(string.Join(".", types.Select(part => part.MetadataName).Prepend(name)))}.g.cs" : $"{name}.g.cs";
    }

    private static IEnumerable<INamespaceSymbol> Spaces(INamespaceSymbol? space) =>
        space is null or { IsGlobalNamespace: true } ? [] : Spaces(space.ContainingNamespace).Append(space);

    private static bool HasTwin(INamespaceOrTypeSymbol symbol) => symbol.ContainingSymbol is INamespaceOrTypeSymbol container
        && container.GetMembers().Any(member => member is INamespaceOrTypeSymbol
            && member.MetadataName != symbol.MetadataName
            && string.Equals(FileName(member), FileName(symbol), System.StringComparison.OrdinalIgnoreCase));

    private static string FileName(ISymbol symbol) => symbol.MetadataName.Replace('`', '_');

    private static string StableHash(string text) =>
        text.Aggregate(2166136261u, (hash, character) => unchecked((hash ^ character) * 16777619u)).ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
}
