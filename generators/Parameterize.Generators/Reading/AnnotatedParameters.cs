using Microsoft.CodeAnalysis;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Reading;

/// <summary>A number that is declared to grow: a constructor parameter, or a property of an options object that is one.</summary>
/// <param name="Name">How it is spoken of: the parameter's name, or as <c>config.Width</c>.</param>
/// <param name="Symbol">The parameter or the property.</param>
/// <param name="Attribute">The attribute that says so.</param>
/// <param name="Axis">What it is.</param>
internal sealed record GrowingParameter(string Name, ISymbol Symbol, AttributeData Attribute, GrowthAxis Axis)
{
    /// <summary>Whether it is a width that a product of two vectors is summed over.</summary>
    public bool IsDot => Attribute.AttributeClass.Is(WellKnownNames.DotWidthAttribute);
}

/// <summary>
/// The constructor parameters that carry [Width], [DotWidth], [HeadWidth], [Depth], [Richness] or [Gamma]; one that several constructors
/// share counts once. What grows may also stand on a property, or a record's parameter, of an options object that a constructor is given.
/// </summary>
/// <param name="Growing">What grows, widths first.</param>
internal sealed record AnnotatedParameters(IReadOnlyList<GrowingParameter> Growing, IParameterSymbol? Richness, IParameterSymbol? Gamma)
{
    private static readonly (string[] Attributes, GrowthAxis Axis)[] Axes =
    [
        ([WellKnownNames.WidthAttribute, WellKnownNames.DotWidthAttribute], GrowthAxis.Width),
        ([WellKnownNames.HeadWidthAttribute], GrowthAxis.HeadWidth),
        ([WellKnownNames.DepthAttribute], GrowthAxis.Depth),
    ];

    /// <summary>
    /// Numbers that a constructor takes only to hand them on to another one of the class, each with the number that it is there.
    /// </summary>
    public IReadOnlyDictionary<GrowingParameter, GrowingParameter> Aliases { get; init; } =
        new Dictionary<GrowingParameter, GrowingParameter>();

    /// <summary>Whether an argument for the parameter is a size that grows with the model.</summary>
    public static bool IsSize(IParameterSymbol parameter) =>
        Axes.Any(axis => axis.Axis != GrowthAxis.Depth && axis.Attributes.Any(parameter.Has));

    /// <summary>Whether a [Width] was left out because of its type, which is said and is no lack of one.</summary>
    public bool HasMistypedWidth { get; init; }

    public static AnnotatedParameters Of(ReadingContext context)
    {
        var named = Axes.SelectMany(axis => With(axis.Attributes, "int or long", IsInteger)
            .Select(parameter => new GrowingParameter(parameter.Name, parameter, First(axis.Attributes, parameter.Attribute)!, axis.Axis)))
            .Concat(context.Type.InstanceConstructors.SelectMany(constructor => constructor.Parameters).SelectMany(OfOptions))
            .OrderBy(number => number.Axis)
            .GroupBy(number => number.Symbol is IParameterSymbol ? number.Name : number.Symbol.ToDisplayString())
            .Select(twins => twins.First())
            .ToArray();
        var aliases = ConstructorChains.Aliases(context, named);
        var growing = named.Where(number => !aliases.ContainsKey(number)).ToArray();
        return new AnnotatedParameters(
            growing,
            With([WellKnownNames.RichnessAttribute], "double", IsDouble).FirstOrDefault(),
            With([WellKnownNames.GammaAttribute], "double", IsDouble).FirstOrDefault())
        {
            Aliases = aliases,
            HasMistypedWidth = context.Type.InstanceConstructors
                .SelectMany(constructor => constructor.Parameters)
                .Any(parameter => Axes[0].Attributes.Any(parameter.Has) && !IsInteger(parameter.Type)),
        };

        IReadOnlyList<IParameterSymbol> With(string[] attributes, string typeName, System.Func<ITypeSymbol, bool> accepts)
        {
            var parameters = context.Type.InstanceConstructors
                .Where(constructor => !constructor.IsImplicitlyDeclared)
                .SelectMany(constructor => constructor.Parameters)
                .Where(parameter => parameter.Name.Length > 0 && attributes.Any(parameter.Has))
                .ToArray();
            foreach (var parameter in parameters.Where(parameter => !accepts(parameter.Type)))
            {
                var shortName = attributes.First(parameter.Has).Split('.').Last().Replace("Attribute", "");
                context.Report(
                    Descriptors.ParameterType, parameter.Locations[0], parameter.Name, shortName, typeName,
                    parameter.Type.ToDisplayString());
            }

            return parameters.Where(parameter => accepts(parameter.Type))
                .GroupBy(parameter => parameter.Name)
                .Select(group => group.First()).ToArray();
        }
    }

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

    private static AttributeData? First(IEnumerable<string> attributes, Func<string, AttributeData?> find) =>
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

    private static bool IsInteger(ITypeSymbol type) => type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;

    private static bool IsDouble(ITypeSymbol type) => type.SpecialType == SpecialType.System_Double;
}
