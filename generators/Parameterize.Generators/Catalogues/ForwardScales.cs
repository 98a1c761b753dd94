using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize.Generators.Catalogues;

/// <summary>The scales that the user's own forward pass multiplies by: those of attention logits and of residual branches.</summary>
internal static class ForwardScales
{
    /// <summary>The generated properties, each with its formula.</summary>
    public static IEnumerable<(string Name, Factor Value, string Summary)> Of(ModelSpec model)
    {
        if (model.Widths.FirstOrDefault(number => number.Axis == GrowthAxis.HeadWidth) is { } head)
        {
            // A baseline divides by the root of the head width.
            var x = model.Options.Baseline ? Rational.Half : model.Options.AttentionExponent;
            var formula = $"{Literal.Of(head.Base)}^(-1/2) {Power("d", -x)}, d = {head.Parameter} / {Literal.Of(head.Base)}";
            yield return (
                MemberNameList.AttentionScale,
                Renamed(ScalingRule.AttentionScale(head.Base, x), ScalingRule.HeadWidthSymbol, head.Symbol),
                $"What the logits of attention, query times key, are multiplied by: <c>{formula}</c>.");
            yield return (
                MemberNameList.FusedQueryScale,
                Renamed(ScalingRule.FusedQueryScale(x), ScalingRule.HeadWidthSymbol, head.Symbol),
                "What the query is multiplied by before <c>scaled_dot_product_attention</c>, which divides by the root of the head width "
                + $"itself: <c>{Power("d", Rational.Half - x)}</c>.");
        }

        if (model.Widths.FirstOrDefault(number => number.Axis == GrowthAxis.Depth) is { } depth)
        {
            var delta = model.Options.Baseline ? Rational.Zero : model.Options.DepthExponent;
            yield return (
                MemberNameList.ResidualScale,
                Renamed(ScalingRule.ResidualScale(delta), ScalingRule.DepthSymbol, depth.Symbol),
                $"What the output of a residual branch is multiplied by before it is added: <c>{Power("L", -delta)}</c>, "
                + $"L = {depth.Parameter} / {Literal.Of(depth.Base)} (CompleteP, arXiv 2505.01618, table 1).");
        }
    }

    private static Factor Renamed(Factor factor, string symbol, string to) => symbol == to ? factor : factor.Substitute(symbol, Factor.Of(to));

    private static string Power(string symbol, Rational exponent) => Factor.Of(symbol).Pow(exponent).ToString();
}
