using Microsoft.CodeAnalysis;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Reading;

/// <summary>
/// The constructor parameters that carry [Width], [DotWidth], [HeadWidth], [Depth], [Richness] or [Gamma]; one that several constructors
/// share counts once. What grows may also stand on a property, or a record's parameter, of an options object that a constructor is given.
/// </summary>
/// <param name="Growing">What grows, widths first.</param>
internal sealed record AnnotatedParameters(IReadOnlyList<GrowingParameter> Growing, IParameterSymbol? Richness, IParameterSymbol? Gamma)
{
    /// <summary>
    /// Numbers that a constructor takes only to hand them on to another one of the class, each with the number that it is there.
    /// </summary>
    public IReadOnlyDictionary<GrowingParameter, GrowingParameter> Aliases { get; init; } =
        new Dictionary<GrowingParameter, GrowingParameter>();

    /// <summary>Whether a [Width] was left out because of its type, which is said and is no lack of one.</summary>
    public bool HasMistypedWidth { get; init; }

    public static AnnotatedParameters Read(ReadingContext context)
    {
        var named = GrowingParameter.Axes.SelectMany(axis => With(axis.Attributes, "int or long", GrowingParameter.IsInteger)
            .Select(parameter => (Symbol: parameter, Attribute: GrowingParameter.First(axis.Attributes, parameter.Attribute)!))
            .Select(found => new GrowingParameter(found.Symbol.Name, found.Symbol, found.Attribute, axis.Axis)))
            .Concat(context.Type.InstanceConstructors.SelectMany(constructor => constructor.Parameters)
                .SelectMany(GrowingParameter.OfOptions))
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
                .Any(parameter => GrowingParameter.Axes[0].Attributes.Any(parameter.Has) && !GrowingParameter.IsInteger(parameter.Type)),
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

    private static bool IsDouble(ITypeSymbol type) => type.SpecialType == SpecialType.System_Double;
}
