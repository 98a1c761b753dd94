using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize.Generators.Catalogues;

/// <summary>
/// The scales that the user's own forward pass multiplies by: those of attention logits, of products of vectors and of residual branches.
/// </summary>
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

        if (model.Widths.FirstOrDefault(number => number.IsDot) is { } dot)
        {
            var ratio = Factor.Of(dot.Symbol);
            var isPlain = model.Options.Baseline;
            var bare = isPlain ? Factor.One : model.Options.Settle(ScalingRule.BareDotScale(ratio));
            var shrinking = isPlain ? ratio.Pow(-Rational.Half) : bare;
            var meaning = $"{dot.Symbol} = {dot.Parameter} / {Literal.Of(dot.Base)}";
            yield return (
                MemberNameList.DotScale,
                isPlain
                    ? Factor.Constant(1 / System.Math.Sqrt(dot.Base)) * shrinking
                    : model.Options.Settle(ScalingRule.DotScale(dot.Base, ratio)),
                "What a product of two vectors of the model's own is multiplied by, in place of one over the root of their width: "
                + $"<c>{Literal.Of(dot.Base)}^(-1/2) {shrinking}</c>, {meaning}.");
            yield return (
                MemberNameList.BareDotScale,
                bare,
                $"The same where plain code has no root, so that it is 1 at base width: <c>{bare}</c>, {meaning}.");
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

    /// <summary>
    /// Which of the model's widths has its root at base in a scale: that is another one where a model holds it at another size.
    /// </summary>
    public static int? RootedIn(ModelSpec model, string scale) => scale switch
    {
        MemberNameList.AttentionScale => model.Widths.TakeWhile(number => number.Axis != GrowthAxis.HeadWidth).Count(),
        MemberNameList.DotScale => model.Widths.TakeWhile(number => !number.IsDot).Count(),
        _ => null,
    };

    private static Factor Renamed(Factor factor, string symbol, string to) =>
        symbol == to ? factor : factor.Substitute(symbol, Factor.Of(to));

    private static string Power(string symbol, Rational exponent) => Factor.Of(symbol).Pow(exponent).ToString();
}
