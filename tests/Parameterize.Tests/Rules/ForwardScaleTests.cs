using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Tests.Kit;

namespace Parameterize.Tests.Rules;

/// <summary>What the forward pass multiplies by where no weight is: logits, products of vectors, residual branches.</summary>
public class ForwardScaleTests
{
    /// <summary>At base the customary root of the head width; above it Yang et al. divide by the width itself (definition 4.1).</summary>
    [Theory]
    [InlineData("1", "0.125 d^-1", "d^-1/2")]
    [InlineData("3/4", "0.125 d^-3/4", "d^-1/4")]
    [InlineData("1/2", "0.125 d^-1/2", "1")]
    public void Logits_are_divided_by_the_head_width_or_what_is_left_of_it(string exponent, string scale, string beyondTheRoot)
    {
        var x = Formula.Fraction(exponent);

        Assert.Equal(Formula.Of(scale), ScalingRule.AttentionScale(headWidthAtBase: 64, x));
        Assert.Equal(Formula.Of(beyondTheRoot), ScalingRule.FusedQueryScale(x));
    }

    [Theory]
    [InlineData("0", "n^-1/2 gamma^-1")] // as NTK's readout
    [InlineData("1/2", "n^-1 gamma^-1")] // as mup's
    public void A_product_of_two_vectors_has_what_a_readout_has(string richness, string scale)
    {
        var bare = ScalingRule.BareDotScale(Factor.Of("n")).At(Formula.Fraction(richness));

        Assert.Equal(Formula.Of(scale), bare);
        Assert.Equal(
            Factor.Constant(0.125) * bare, ScalingRule.DotScale(widthAtBase: 64, Factor.Of("n")).At(Formula.Fraction(richness)));
    }

    /// <summary>Dey et al., arXiv 2505.01618, table 1: CompleteP is delta = 1.</summary>
    [Theory]
    [InlineData("1", "L^-1", "L", "1")]
    [InlineData("1/2", "L^-1/2", "1", "L^-1/2")]
    public void A_branch_and_its_rates_follow_depth(string delta, string scale, string sgd, string adam)
    {
        var exponent = Formula.Fraction(delta);

        Assert.Equal(Formula.Of(scale), ScalingRule.ResidualScale(exponent));
        Assert.Equal(Formula.Of(scale), ScalingRule.DepthEpsilon(exponent));
        Assert.Equal(Formula.Of(sgd), ScalingRule.DepthRate(exponent, OptimizerFamily.SgdLike));
        Assert.Equal(Formula.Of(adam), ScalingRule.DepthRate(exponent, OptimizerFamily.AdamLike));
        Assert.Equal(Formula.Of(adam), ScalingRule.DepthRate(exponent, OptimizerFamily.Spectral));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0, 1/2, 1, 1, 1")]
    public void A_tensor_in_a_branch_has_these_beside_its_own(string? own)
    {
        var options = new ScalingOptions { DepthExponent = Rational.Half };
        var tensor = new TensorDeclaration("_mix.weight", ParameterKind.Hidden, Ratios.Symbolic)
        {
            Exponents = own is null ? null : WidthExponents.Parse(own),
        };
        var (outside, inside) = (TensorScaling.Of(tensor, options), TensorScaling.Of(tensor with { InBranch = true }, options));
        var baseline = TensorScaling.Of(tensor with { InBranch = true }, options with { Baseline = true });

        Assert.All(Ratios.Families, family => Assert.Equal(
            outside.LearningRate(family) * ScalingRule.DepthRate(Rational.Half, family), inside.LearningRate(family)));
        Assert.Equal(outside.Epsilon(OptimizerFamily.AdamLike) * Formula.Of("L^-1/2"), inside.Epsilon(OptimizerFamily.AdamLike));
        Assert.Equal(outside.CoupledDecay * Formula.Of("L^-1/2"), inside.CoupledDecay);
        Assert.Equal((outside.Multiplier, outside.InitStd), (inside.Multiplier, inside.InitStd));
        Assert.All(Ratios.Families, family => Assert.True(baseline.LearningRate(family).IsOne && baseline.Epsilon(family).IsOne));
    }
}
