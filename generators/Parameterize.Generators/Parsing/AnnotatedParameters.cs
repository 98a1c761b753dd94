using Microsoft.CodeAnalysis;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Parsing;

/// <summary>The constructor parameters that carry [Width], [Richness] or [Gamma]; one that several constructors share counts once.</summary>
internal sealed record AnnotatedParameters(IReadOnlyList<IParameterSymbol> Widths, IParameterSymbol? Richness, IParameterSymbol? Gamma)
{
    /// <summary>Whether a [Width] was left out because of its type, which is said and is no lack of one.</summary>
    public bool HasMistypedWidth { get; init; }

    public static AnnotatedParameters Of(ReadingContext context)
    {
        return new AnnotatedParameters(
            With(WellKnownNames.WidthAttribute, "int or long", IsInteger),
            With(WellKnownNames.RichnessAttribute, "double", IsDouble).FirstOrDefault(),
            With(WellKnownNames.GammaAttribute, "double", IsDouble).FirstOrDefault())
        {
            HasMistypedWidth = context.Type.InstanceConstructors
                .SelectMany(constructor => constructor.Parameters)
                .Any(parameter => parameter.Has(WellKnownNames.WidthAttribute) && !IsInteger(parameter.Type)),
        };

        IReadOnlyList<IParameterSymbol> With(string attribute, string typeName, System.Func<ITypeSymbol, bool> accepts)
        {
            var parameters = context.Type.InstanceConstructors
                .Where(constructor => !constructor.IsImplicitlyDeclared)
                .SelectMany(constructor => constructor.Parameters)
                .Where(parameter => parameter.Has(attribute))
                .ToArray();
            foreach (var parameter in parameters.Where(parameter => !accepts(parameter.Type)))
            {
                var shortName = attribute.Split('.').Last().Replace("Attribute", "");
                context.Report(Descriptors.ParameterType, parameter.Locations[0], parameter.Name, shortName, typeName, parameter.Type.ToDisplayString());
            }

            return parameters.Where(parameter => accepts(parameter.Type)).GroupBy(parameter => parameter.Name).Select(group => group.First()).ToArray();
        }
    }

    private static bool IsInteger(ITypeSymbol type) => type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;

    private static bool IsDouble(ITypeSymbol type) => type.SpecialType == SpecialType.System_Double;
}
