using Microsoft.CodeAnalysis;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Declarations;

/// <summary>A number that is declared to grow: a constructor parameter, or a property of an options object that is one.</summary>
/// <param name="Name">How it is spoken of: the parameter's name, or as <c>config.Width</c>.</param>
/// <param name="Symbol">The parameter or the property.</param>
/// <param name="Attribute">The attribute that says so.</param>
/// <param name="Axis">What it is.</param>
internal sealed record GrowingParameter(string Name, ISymbol Symbol, AttributeData Attribute, GrowthAxis Axis)
{
    /// <summary>The attributes that say so, by axis; of two on one number the first counts.</summary>
    public static readonly (string[] Attributes, GrowthAxis Axis)[] Axes =
    [
        ([WellKnownNames.WidthAttribute, WellKnownNames.DotWidthAttribute], GrowthAxis.Width),
        ([WellKnownNames.HeadWidthAttribute], GrowthAxis.HeadWidth),
        ([WellKnownNames.DepthAttribute], GrowthAxis.Depth),
    ];

    /// <summary>Whether it is a width that a product of two vectors is summed over.</summary>
    public bool IsDot => Attribute.AttributeClass.Is(WellKnownNames.DotWidthAttribute);

    /// <summary>Whether an argument for the parameter is a size that grows with the model.</summary>
    public static bool IsSize(IParameterSymbol parameter) =>
        Axes.Any(axis => axis.Axis != GrowthAxis.Depth && axis.Attributes.Any(parameter.Has));

    /// <summary>What grows among the properties of the object that a constructor is given.</summary>
    public static IEnumerable<GrowingParameter> OfOptions(IParameterSymbol parameter) =>
        parameter.Name.Length == 0 || parameter.Type is not INamedTypeSymbol { SpecialType: SpecialType.None } type
            || type.DerivesFrom(WellKnownNames.Module)
            ? []
            : type.SelfAndBases()
                .SelectMany(current => current.GetMembers().OfType<IPropertySymbol>())
                .Where(property => property.Name.Length > 0 && IsInteger(property.Type))
                .SelectMany(property => Axes
                    .Select(axis => (axis.Axis, Data: First(axis.Attributes, attribute => OnProperty(property, attribute))))
                    .Where(found => found.Data is not null)
                    .Select(found =>
                        new GrowingParameter($"{parameter.Name}.{property.Name}", property.OriginalDefinition, found.Data!, found.Axis)));

    /// <summary>Whether an options object of the type has the property, its own or inherited.</summary>
    public static bool Has(ITypeSymbol options, IPropertySymbol property) =>
        options.SelfAndBases().Any(type => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, property.ContainingType));

    /// <summary>The first of several attributes that something carries.</summary>
    public static AttributeData? First(IEnumerable<string> attributes, Func<string, AttributeData?> find) =>
        attributes.Select(find).FirstOrDefault(found => found is not null);

    /// <summary>On the property itself or on the record's parameter that it is made from.</summary>
    private static AttributeData? OnProperty(IPropertySymbol property, string attribute) => property.Attribute(attribute)
        ?? (property.ContainingType.IsRecord
            ? property.ContainingType.InstanceConstructors
                .SelectMany(constructor => constructor.Parameters)
                .Where(parameter => parameter.Name == property.Name)
                .Select(parameter => parameter.Attribute(attribute))
                .FirstOrDefault(found => found is not null)
            : null);

    /// <summary>Whether it can count anything: no other type is a size.</summary>
    public static bool IsInteger(ITypeSymbol type) => type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;
}
