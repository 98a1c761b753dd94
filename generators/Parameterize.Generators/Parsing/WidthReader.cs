using Microsoft.CodeAnalysis;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Scaling;

namespace Parameterize.Generators.Parsing;

/// <summary>The widths: their names in formulas, their bases, and the tensor that shows each at run time.</summary>
internal static class WidthReader
{
    public static IReadOnlyList<WidthSpec> Read(ReadingContext context, IReadOnlyList<GrowingParameter> parameters, OptionsReader options)
    {
        var attributes = parameters.Select(parameter => parameter.Attribute).ToArray();
        var isBaseNeeded = attributes.Any(attribute => (attribute.Argument<int>("Base") ?? 0) == 0);
        var modelBase = options.BaseWidth(isNeeded: parameters.Count > 0 && isBaseNeeded);
        return parameters.Select((parameter, index) => new WidthSpec(
            parameter.Name,
            parameters.Count == 1 ? "n" : "n" + MemberNames.Pascal(parameter.Symbol.Name),
            Base(attributes[index]),
            Witness: null,
            WitnessBase: 0)).ToArray();

        int Base(AttributeData attribute)
        {
            var value = attribute.Argument<int>("Base") ?? 0;
            if (value < 0)
            {
                context.Report(Descriptors.BaseWidthNotPositive, context.ArgumentLocation(attribute, "Base"), value);
            }

            return value > 0 ? value : modelBase;
        }
    }

    /// <summary>What expressions over constructor parameters, and over the options among them, may mention.</summary>
    public static GrowingNumbers Numbers(ReadingContext context, IReadOnlyList<GrowingParameter> parameters, IReadOnlyList<WidthSpec> widths)
    {
        var all = parameters.Zip(widths, (parameter, width) => (parameter.Symbol, Dimension: new Dimension(Factor.Of(width.Symbol), width.Base))).ToArray();
        return new GrowingNumbers(
            context.Type,
            all.Where(number => number.Symbol is IParameterSymbol).ToDictionary(number => number.Symbol.Name, number => number.Dimension),
            all.Where(number => number.Symbol is IPropertySymbol).ToDictionary<(ISymbol Symbol, Dimension Dimension), ISymbol, Dimension>(
                number => number.Symbol, number => number.Dimension, SymbolEqualityComparer.Default));
    }

    /// <summary>Finds, for each width, a dimension of a tensor that is a known multiple of it: shapes cannot be mistaken.</summary>
    public static IEnumerable<WidthSpec> WithWitnesses(
        IReadOnlyList<WidthSpec> widths, IReadOnlyList<LayerMember> members, IReadOnlyDictionary<string, Value> built)
    {
        var dimensions = members
            .Where(member => member.Container == Container.None && member.Type is LayerType.Linear or LayerType.Embedding)
            .SelectMany(member => built.TryGetValue(member.Symbol.Name, out var value) && value.Calls.Count == 1 ? Shown(member, value.Calls[0]) : [])
            .ToArray();
        return widths.Select(width =>
        {
            var ratio = Factor.Of(width.Symbol);
            var witness = dimensions.FirstOrDefault(candidate => ratio.Equals(candidate.Dimension.Ratio) && candidate.Dimension.AtBase > 0);
            return witness.Expression is null ? width : width with { Witness = witness.Expression, WitnessBase = witness.Dimension.AtBase ?? 0 };
        });
    }

    private static IEnumerable<(string Expression, Dimension Dimension)> Shown(LayerMember member, FactoryCall call)
    {
        var shape = LayerCatalogue.Of(member.Type);
        var weight = $"{LayerSpec.AccessTo(Literal.Identifier(member.Symbol.Name))}.weight{(shape.WeightMayBeNull ? "!" : "")}";
        yield return ($"{weight}.shape[{Literal.Of(shape.FanOutAxis)}]", call.Dimension(shape.FanOutArgument));
        if (shape is { FanInAxis: { } axis, FanInArgument: { } argument })
        {
            yield return ($"{weight}.shape[{Literal.Of(axis)}]", call.Dimension(argument));
        }
    }
}
