using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.CodeFixes.Annotation;

/// <summary>A number that a class is built with: a constructor parameter, or a property of an options object that is one.</summary>
/// <param name="Owner">The class whose constructor takes it, or the class of the options.</param>
/// <param name="Name">The parameter's or property's name.</param>
internal sealed record LayerSize(INamedTypeSymbol Owner, string Name)
{
    /// <summary>Where it is declared: several times, where several constructors take it.</summary>
    public IReadOnlyList<ISymbol> Symbols { get; init; } = [];

    /// <summary>What it is if nothing else is said; null where that is no positive constant.</summary>
    public int? Default { get; init; }

    public bool IsProperty => Symbols[0] is IPropertySymbol;

    public bool Equals(LayerSize? other) =>
        other is not null && Name == other.Name && SymbolEqualityComparer.Default.Equals(Owner, other.Owner);

    public override int GetHashCode() => Name.GetHashCode();

    /// <summary>The numbers of a class's own constructors, and of the options objects that they take.</summary>
    public static IReadOnlyList<LayerSize> Of(INamedTypeSymbol type)
    {
        var parameters = type.InstanceConstructors.Where(constructor => !constructor.IsImplicitlyDeclared)
            .SelectMany(constructor => constructor.Parameters).ToArray();
        var own = parameters.Where(parameter => IsInteger(parameter.Type))
            .GroupBy(parameter => parameter.Name)
            .Select(twins => new LayerSize(type, twins.Key)
            {
                Symbols = [.. twins],
                Default = twins.Select(parameter => parameter.HasExplicitDefaultValue ? Constant(parameter.ExplicitDefaultValue) : null)
                    .FirstOrDefault(value => value is not null),
            });
        var options = parameters.Select(parameter => parameter.Type)
            .OfType<INamedTypeSymbol>()
            .Where(IsOptions)
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        return [.. own, .. options.SelectMany(OfOptions)];
    }

    /// <summary>The numbers of an options object, its bases' included.</summary>
    public static IEnumerable<LayerSize> OfOptions(INamedTypeSymbol options) => options.SelfAndBases().OfType<INamedTypeSymbol>()
        .Where(type => type.IsSourced())
        .SelectMany(type => type.GetMembers().OfType<IPropertySymbol>())
        .Where(property => property is { IsStatic: false, IsIndexer: false } && IsInteger(property.Type) && !property.IsImplicitlyDeclared)
        .Select(property =>
            new LayerSize(
                property.ContainingType, property.Name) { Symbols = [property.OriginalDefinition], Default = DefaultOf(property) });

    /// <summary>The numbers of options objects that are fields, which no attribute can mark.</summary>
    public static IEnumerable<IFieldSymbol> FieldsOf(INamedTypeSymbol type) =>
        type.InstanceConstructors.SelectMany(constructor => constructor.Parameters)
            .Select(parameter => parameter.Type)
            .OfType<INamedTypeSymbol>()
            .Where(IsOptions)
            .SelectMany(options => options.GetMembers().OfType<IFieldSymbol>())
            .Where(field =>
                field is { IsStatic: false, IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Public }
                    && IsInteger(field.Type));

    public static bool IsOptions(INamedTypeSymbol type) =>
        type is { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct }
            && type.IsSourced() && !type.DerivesFrom(WellKnownNames.Module);

    private static bool IsInteger(ITypeSymbol type) => type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;

    private static int? DefaultOf(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).Select(syntax => syntax switch
        {
            PropertyDeclarationSyntax { Initializer.Value: LiteralExpressionSyntax literal } => Constant(literal.Token.Value),
            ParameterSyntax { Default.Value: LiteralExpressionSyntax literal } => Constant(literal.Token.Value),
            _ => null,
        }).FirstOrDefault(value => value is not null);

    private static int? Constant(object? value) =>
        value is int or long && Convert.ToInt64(value, CultureInfo.InvariantCulture) is > 0 and < int.MaxValue and var number
            ? (int)number
            : null;
}
