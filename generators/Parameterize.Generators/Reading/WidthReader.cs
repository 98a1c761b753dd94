using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Evaluation;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize.Generators.Reading;

/// <summary>The widths: their names in formulas, their bases, and the tensor that shows each at run time.</summary>
internal static class WidthReader
{
    public static IReadOnlyList<WidthSpec> Read(ReadingContext context, IReadOnlyList<GrowingParameter> parameters, OptionsReader options)
    {
        var isBaseNeeded = parameters.Any(parameter =>
            parameter.Axis == GrowthAxis.Width && (parameter.Attribute.Argument<int>("Base") ?? 0) == 0);
        var modelBase = options.BaseWidth(isNeeded: isBaseNeeded);
        var symbols = SymbolNames(parameters);
        return parameters.Select((parameter, index) => new WidthSpec(
            parameter.Name,
            symbols[index],
            Base(parameter.Attribute, parameter.Axis),
            parameter.Axis) { IsDot = parameter.IsDot }).ToArray();

        int Base(AttributeData attribute, GrowthAxis axis)
        {
            var value = attribute.Argument<int>("Base") ?? 0;
            if (value < 0 || (value == 0 && axis != GrowthAxis.Width))
            {
                context.Report(Descriptors.BaseWidthNotPositive, context.ArgumentLocation(attribute, "Base"), value);
            }

            return value > 0 ? value : modelBase;
        }
    }

    /// <summary>
    /// <c>n</c> where there is one width; else <c>nInner</c>, and <c>nEncoderInner</c> where two options objects have one of that name.
    /// </summary>
    private static IReadOnlyList<string> SymbolNames(IReadOnlyList<GrowingParameter> parameters)
    {
        var symbols = new List<string>();
        foreach (var parameter in parameters)
        {
            var letter = Letter(parameter.Axis);
            var twins = parameters.Where(other => other.Axis == parameter.Axis).ToArray();
            var name = twins.Count(other => Short(other) == Short(parameter)) == 1 ? Short(parameter) : Long(parameter);
            var symbol = twins.Length == 1 ? letter : letter + name;
            var free = symbol;
            for (var number = 2; symbols.Contains(free); number++)
            {
                free = symbol + Literal.Of(number);
            }

            symbols.Add(free);
        }

        return symbols;

        static string Short(GrowingParameter parameter) => MemberNames.Pascal(parameter.Symbol.Name);

        static string Long(GrowingParameter parameter) => string.Concat(parameter.Name.Split('.').Select(MemberNames.Pascal));

        static string Letter(GrowthAxis axis) => axis switch
        {
            GrowthAxis.HeadWidth => ScalingRule.HeadWidthSymbol,
            GrowthAxis.Depth => ScalingRule.DepthSymbol,
            _ => "n",
        };
    }

    /// <summary>What expressions over constructor parameters, and over the options among them, may mention.</summary>
    public static GrowingNumbers Numbers(ReadingContext context, AnnotatedParameters parameters, IReadOnlyList<WidthSpec> widths)
    {
        var own = parameters.Growing.Select((parameter, index) => (parameter, Dimension: Number(parameter, index))).ToDictionary(
            number => number.parameter, number => number.Dimension);
        var all = own.Select(number => (number.Key.Symbol, Dimension: number.Value))
            .Concat(parameters.Aliases.Select(alias => (alias.Key.Symbol, Dimension: own[alias.Value])))
            .ToArray();
        return new GrowingNumbers(
            context.Type,
            all.Where(number => number.Symbol is IParameterSymbol).ToDictionary(number => number.Symbol.Name, number => number.Dimension),
            all.Where(number => number.Symbol is IPropertySymbol).ToDictionary<(ISymbol Symbol, Dimension Dimension), ISymbol, Dimension>(
                number => number.Symbol, number => number.Dimension, SymbolEqualityComparer.Default));

        Dimension Number(GrowingParameter parameter, int index) => Representable.Of(
            Dimension.Growing(Factor.Of(widths[index].Symbol), Probes.Of(index, widths)),
            parameter.Symbol is IPropertySymbol property ? property.Type : ((IParameterSymbol)parameter.Symbol).Type) with
        {
            MayBeNone = MayBeNone(parameter.Symbol),
        };
    }

    /// <summary>Whether one that is left out is none, so that it may be compared with that: by a default, or as nobody sets it.</summary>
    private static bool MayBeNone(ISymbol width) => width switch
    {
        IParameterSymbol parameter => parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: <= 0 or <= 0L },
        IPropertySymbol property => property.ContainingType.IsRecord
            && property.ContainingType.InstanceConstructors.SelectMany(static constructor => constructor.Parameters)
                .FirstOrDefault(parameter => parameter.Name == property.Name) is { } own
            ? MayBeNone(own)
            : property is { SetMethod: not null, IsRequired: false } && property.DeclaringSyntaxReferences
                .Select(static part => part.Node())
                .Any(static node => node is PropertyDeclarationSyntax { Initializer: null }),
        _ => false,
    };

    /// <summary>Finds, for each width, a dimension of a tensor that is a known multiple of it: shapes cannot be mistaken.</summary>
    public static IEnumerable<WidthWitness> Witnessed(
        IReadOnlyList<WidthSpec> widths, IReadOnlyList<(LayerMember Member, Value? Value)> members)
    {
        var witnesses = members.SelectMany(built => Witnesses.Of(built.Member, built.Value))
            .OrderByDescending(static witness => witness.IsOfWidths).ToArray();
        foreach (var width in widths)
        {
            var ratio = Factor.Of(width.Symbol);
            var witness = witnesses.FirstOrDefault(candidate => ratio.Equals(candidate.Size.Ratio) && candidate.Size.AtBase > 0
                && (width.Computed is not null || candidate.IsOfWidths));
            if (witness is not null)
            {
                yield return new WidthWitness(width.Symbol, witness.Expression, witness.Size.AtBase ?? 0);
            }
        }
    }
}
