using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Tests.Kit;

namespace Parameterize.Tests.Rules;

/// <summary>Two decays: one that is a share of the weights, whose measure is the rate, and one that joins the gradient.</summary>
public class WeightDecayTests
{
    public static TheoryData<ParameterKind> Kinds => [.. Ratios.Kinds];

    public static TheoryData<ParameterKind, string, string> AdamsRule => new()
    {
        // lambda of Adam's decay where nothing is multiplied, at r = 0 and r = 1/2: E/sigma
        { ParameterKind.Input, "q^-1/2", "q^-1" },
        { ParameterKind.Vector, "q^-1/2", "q^-1" },
        { ParameterKind.Hidden, "m^1/2 q^-1/2", "m^1/2 q^-1" },
        { ParameterKind.Output, "m^1/2", "m" },
        { ParameterKind.Finite, "1", "1" },
    };

    [Theory]
    [MemberData(nameof(AdamsRule))]
    public void What_joins_the_gradient_is_measured_by_the_gradient(ParameterKind kind, string lazy, string rich)
    {
        Assert.Equal(Formula.Of(lazy), Row(kind, new() { Richness = 0, Gauge = Gauge.LearningRate }).CoupledDecay);
        Assert.Equal(Formula.Of(rich), Row(kind, new() { Gauge = Gauge.LearningRate }).CoupledDecay);
    }

    /// <summary>With W = M w in place, the gradient of w is M times and w is 1/M times as large, so that lambda has M^2.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Both_terms_keep_their_ratio_in_every_gauge(ParameterKind kind)
    {
        foreach (var zero in new[] { false, true })
        {
            var plain = Row(kind, new() { Richness = null, Gauge = Gauge.LearningRate }, zero).CoupledDecay;
            Assert.All(Ratios.Gauges, gauge =>
            {
                var row = Row(kind, new() { Richness = null, Gauge = gauge }, zero);
                Assert.Equal(plain, row.CoupledDecay / row.Multiplier.Pow(2));
                Assert.All(
                    [0, 0.3, 0.5], r => Assert.Equal(1.0, row.CoupledDecay.Evaluate(_ => 1.0, r))); // at base widths, bit for bit
            });
        }
    }

    /// <summary>The rate takes sigma's place, and the attribute's constant does not.</summary>
    [Fact]
    public void A_tensor_that_starts_at_zero_is_as_large_as_its_steps()
    {
        var row = Row(ParameterKind.Output, new() { Richness = 0 }, zero: true, rate: 3);

        Assert.Equal(
            row.Epsilon(OptimizerFamily.AdamLike), row.CoupledDecay * row.LearningRate(OptimizerFamily.AdamLike) / Formula.Of("3"));
        Assert.Equal(Formula.Of("1"), row.CoupledDecay);
        Assert.Equal(Formula.Of("m^-1/2"), Row(ParameterKind.Output, new() { Richness = 0 }).CoupledDecay);
    }

    [Fact]
    public void It_follows_the_gradient_whether_or_not_epsilon_does_and_into_branches()
    {
        var options = new ScalingOptions { ScaleEpsilon = false, DecayExponent = 0, DepthExponent = Rational.Half };
        var row = TensorScaling.Of(
            new TensorDeclaration("w", ParameterKind.Hidden, Ratios.Symbolic) { InBranch = true, WeightDecay = 0.5 }, options);

        Assert.Equal(Formula.Of("0.5 m^-1/2 q^-1 L^-1/2"), row.CoupledDecay);
        Assert.True(row.Epsilon(OptimizerFamily.AdamLike).IsOne);
    }

    /// <summary>A gradient that exponents of one's own give: here those of mean field, whose hidden gradient is n^-1.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void With_exponents_of_its_own_a_tensor_decays_by_its_own_gradient(bool scalesEpsilon)
    {
        var scaling = new ModelScaling("M", "n", new ScalingOptions { ScaleEpsilon = scalesEpsilon })
            .With("_in.weight", ParameterKind.Input, fanOut: "n", exponents: "0, 0, -1, 0")
            .With("_mix.weight", ParameterKind.Hidden, "n", "n", exponents: "1/2, 0, -1, 1/2")
            .With("_out.weight", ParameterKind.Output, "n", exponents: "1, 0, -1, 0");

        Assert.Equal(["n^-1", "n^-3/2", "n^-1"], scaling.Tensors.Select(row => row.CoupledDecay.ToString()));
        Assert.Equal(
            scalesEpsilon ? ["n^-1", "n^-3/2", "n^-1"] : ["1", "1", "1"],
            scaling.Tensors.Select(row => row.Epsilon(OptimizerFamily.AdamLike).ToString()));
    }

    /// <summary>Wang and Aitchison's rule, that of Fan et al. and the one that keeps lambda, in the gauge of all three.</summary>
    [Theory]
    [InlineData(1, 1, "n")]
    [InlineData(1, 2, "n^1/2")]
    [InlineData(0, 1, "1")]
    public void Lambda_is_a_power_of_eta(int numerator, int denominator, string hidden)
    {
        var options = new ScalingOptions { Gauge = Gauge.TensorPrograms, DecayExponent = new Rational(numerator, denominator) };

        Assert.All(Ratios.Kinds, kind => Assert.Equal(
            Formula.Of(kind == ParameterKind.Hidden ? hidden : "1"),
            TensorScaling.Of(new TensorDeclaration("w", kind, Ratios.Of(kind)), options).WeightDecay(OptimizerFamily.AdamLike)));
    }

    /// <summary>It is eta lambda and depends on x, not on the gauge, nor on whether a multiplier has a place.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_a_step_takes_of_a_weight_is_the_same_in_every_gauge(ParameterKind kind)
    {
        foreach (var family in Ratios.Families)
        {
            foreach (var exponent in new[] { Rational.Zero, new Rational(1, 3), Rational.One })
            {
                var products = Ratios.Gauges.SelectMany(gauge => new[] { false, true }.Select(isFolded =>
                {
                    var row = TensorScaling.Of(
                        new TensorDeclaration("w", kind, Ratios.Symbolic) { IsFolded = isFolded },
                        new ScalingOptions { Richness = null, Gamma = null, Gauge = gauge, DecayExponent = exponent });
                    return row.LearningRate(family) * row.WeightDecay(family);
                })).Distinct().ToArray();

                var product = Assert.Single(products);
                Assert.Equal(family == OptimizerFamily.SgdLike || exponent == 1 || product.IsOne, product.IsOne);
            }
        }
    }

    /// <summary>No weight is forgotten faster the wider the model: under normalised gradients no rate of the reference grows.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_a_step_takes_of_a_weight_never_grows(ParameterKind kind)
    {
        foreach (var family in Ratios.Families)
        {
            foreach (var richness in new[] { Rational.Zero, new Rational(1, 4), Rational.Half })
            {
                var row = TensorScaling.Of(
                    new TensorDeclaration("w", kind, Ratios.Of(kind)), new ScalingOptions { Richness = richness, DecayExponent = 0 });
                Assert.InRange((row.LearningRate(family) * row.WeightDecay(family)).Evaluate(_ => 4.0), 0, 1);
            }
        }
    }

    private static TensorScaling Row(ParameterKind kind, ScalingOptions options, bool zero = false, double rate = 1) =>
        TensorScaling.Of(new TensorDeclaration("w", kind, Ratios.Symbolic) { ZeroInit = zero, LearningRate = rate }, options);
}
