using Microsoft.CodeAnalysis;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Reading;

namespace Parameterize.Generators.Checks;

/// <summary>Whether each annotated parameter means one thing, and each thing of which a class has one is meant once.</summary>
internal static class RoleCheck
{
    private static readonly string[] Roles =
    [
        WellKnownNames.WidthAttribute, WellKnownNames.DotWidthAttribute, WellKnownNames.HeadWidthAttribute, WellKnownNames.DepthAttribute,
        WellKnownNames.RichnessAttribute, WellKnownNames.GammaAttribute,
    ];

    public static void Check(ReadingContext context, AnnotatedParameters parameters)
    {
        var growing = parameters.Growing;
        var constructors = context.Type.InstanceConstructors.Where(constructor => !constructor.IsImplicitlyDeclared).ToArray();
        foreach (var annotated in constructors.SelectMany(constructor => constructor.Parameters)
            .Concat(growing.Select(number => number.Symbol)).Distinct(SymbolEqualityComparer.Default))
        {
            if (annotated is not null && Roles.Where(annotated.Has).ToArray() is { Length: > 1 } several)
            {
                Report(
                    annotated, $"'{annotated.Name}' carries {string.Join(" and ", several.Select(Short))}",
                    "a parameter sets one number, so leave one attribute");
            }
        }

        foreach (var role in new[] { WellKnownNames.DotWidthAttribute, WellKnownNames.HeadWidthAttribute, WellKnownNames.DepthAttribute })
        {
            if (growing.Where(number => number.Attribute.AttributeClass.Is(role)).ToArray() is { Length: > 1 } several)
            {
                Report(
                    several[1].Symbol, Both(several.Select(number => number.Name), $"carry {Short(role)}"),
                    "a class has one, so give its parts classes of their own");
            }
        }

        foreach (var given in constructors.Select(constructor => constructor.Parameters))
        {
            foreach (var dial in new[] { WellKnownNames.RichnessAttribute, WellKnownNames.GammaAttribute })
            {
                if (given.Where(parameter => parameter.Has(dial)).ToArray() is { Length: > 1 } several)
                {
                    Report(
                        several[1], Both(several.Select(parameter => parameter.Name), $"carry {Short(dial)}"),
                        "a class has one, so leave one attribute");
                }
            }

            foreach (var twins in given.GroupBy(parameter => parameter.Type, SymbolEqualityComparer.Default)
                .Where(twins => twins.Count() > 1))
            {
                if (growing.Any(number =>
                    number.Symbol is IPropertySymbol property && GrowingParameter.Has(twins.First().Type, property)))
                {
                    Report(
                        twins.ElementAt(1),
                        Both(twins.Select(parameter => parameter.Name), $"are of type '{twins.First().Type.Name}'"),
                        "its widths cannot be told apart then, so give each a type of its own, or take the widths as parameters with "
                            + "[Width]");
                }
            }
        }

        void Report(ISymbol symbol, string what, string advice) => context.Report(
            Descriptors.RolesClash, symbol.Locations[0].IsInSource ? symbol.Locations[0] : context.ClassLocation, what, advice);
    }

    private static string Both(IEnumerable<string> names, string what) =>
        $"{string.Join(" and ", names.Take(2).Select(name => $"'{name}'"))} both {what}";

    private static string Short(string attribute) => $"[{attribute.Split('.').Last().Replace("Attribute", "")}]";
}
