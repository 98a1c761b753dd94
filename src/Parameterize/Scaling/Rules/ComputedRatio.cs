using Parameterize.Scaling.Algebra;

namespace Parameterize.Scaling.Rules;

/// <summary>
/// The ratio of a size that is no product of widths, such as one that is rounded up: a symbol of its own in formulas, whose value is read
/// off a tensor.
/// </summary>
/// <param name="Symbol">The symbol, such as <c>k</c>.</param>
/// <param name="AtBase">The size at base widths, where the ratio is 1.</param>
/// <param name="Expression">The size as the constructor computes it.</param>
/// <param name="Growth">x in <c>n^x</c>: how the size grows where all widths grow together, but for rounding.</param>
public sealed record ComputedRatio(string Symbol, long AtBase, string Expression, Rational Growth)
{
    /// <summary>As <c>k: (width + 7) / 8 * 8 over its value at base, 64</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Symbol}: {Expression} over its value at base, {AtBase}")
        + (Growth == 1 ? "" : $"; like {new Growth(Growth)}");

    /// <summary>The exponent of n in a factor, where all widths grow together and depth and gamma stay.</summary>
    internal static Rational PowerOf(Factor factor, Rational richness, IReadOnlyList<ComputedRatio> computed) => factor.Powers
        .Where(power => power.Key is not (ScalingRule.GammaSymbol or ScalingRule.DepthSymbol))
        .Aggregate(Rational.Zero, (sum, power) => sum + (power.Value.At(richness) * GrowthOf(power.Key, computed)));

    private static Rational GrowthOf(string symbol, IReadOnlyList<ComputedRatio> computed) =>
        computed.FirstOrDefault(ratio => ratio.Symbol == symbol)?.Growth ?? Rational.One;
}
