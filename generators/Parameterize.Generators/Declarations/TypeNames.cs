using Microsoft.CodeAnalysis;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Declarations;

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
            : $"<{string.Join(", ", type.TypeParameters.Select(Parameter))}>";
        return $"partial {keyword} {Literal.Identifier(type.Name)}{parameters}";

        static string Parameter(ITypeParameterSymbol parameter) => parameter.Variance switch
        {
            VarianceKind.In => "in ",
            VarianceKind.Out => "out ",
            _ => "",
        } + Literal.Identifier(parameter.Name);
    }

    public static string? Namespace(INamedTypeSymbol type) => type.ContainingNamespace is { IsGlobalNamespace: false } space
        ? string.Join(".", Spaces(space).Select(part => Literal.Identifier(part.Name)))
        : null;

    /// <summary>
    /// As <c>Space.Outer.Mlp_1.g.cs</c>. Two that differ only in case, in how they come to <c>_1</c>, or in letters that a file's name
    /// may not have, get different files; so does one that is called like the file that all share.
    /// </summary>
    public static string HintName(INamedTypeSymbol type)
    {
        INamespaceOrTypeSymbol[] parts = [.. Spaces(type.ContainingNamespace), .. type.SelfAndContainers().Reverse()];
        var name = string.Join(".", parts.Select(FileName));
        var isShared = string.Equals(name + ".g.cs", GeneratedFiles.Support, System.StringComparison.OrdinalIgnoreCase);
        return isShared || parts.Any(part => HasTwin(part) || FileName(part) != PlainName(part))
            ? $"{name}.{StableHash(string.Join(".", parts.Select(part => part.MetadataName)))}.g.cs"
            : $"{name}.g.cs";
    }

    private static IEnumerable<INamespaceSymbol> Spaces(INamespaceSymbol? space) =>
        space is null or { IsGlobalNamespace: true } ? [] : Spaces(space.ContainingNamespace).Append(space);

    private static bool HasTwin(INamespaceOrTypeSymbol symbol) => symbol.ContainingSymbol is INamespaceOrTypeSymbol container
        && container.GetMembers().Any(member => member is INamespaceOrTypeSymbol
            && member.MetadataName != symbol.MetadataName
            && string.Equals(FileName(member), FileName(symbol), System.StringComparison.OrdinalIgnoreCase));

    /// <summary>An identifier may have letters, such as combining marks, that a generated file's name may not.</summary>
    private static string FileName(ISymbol symbol) =>
        string.Concat(PlainName(symbol).Select(character => char.IsLetterOrDigit(character) ? character : '_'));

    private static string PlainName(ISymbol symbol) => symbol.MetadataName.Replace('`', '_');

    private static string StableHash(string text) =>
        text.Aggregate(2166136261u, (hash, character) => unchecked((hash ^ character) * 16777619u))
            .ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
}
