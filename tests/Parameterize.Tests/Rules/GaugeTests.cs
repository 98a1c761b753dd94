using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Tests.Kit;

namespace Parameterize.Tests.Rules;

/// <summary>Gauges write one model in four ways: what the network computes and how it trains is the same.</summary>
public class GaugeTests
{
    public static TheoryData<Gauge, ParameterKind> All => new MatrixTheoryData<Gauge, ParameterKind>(Ratios.Gauges, Ratios.Kinds).Rows();

    [Theory]
    [MemberData(nameof(All))]
    public void Invariants_are_those_of_the_effective_table(Gauge gauge, ParameterKind kind)
    {
        var multiplier = ScalingRule.Multiplier(kind, Ratios.Symbolic, gauge);
        var sgd = ScalingRule.LearningRate(kind, Ratios.Symbolic, gauge, OptimizerFamily.SgdLike);
        var adam = ScalingRule.LearningRate(kind, Ratios.Symbolic, gauge, OptimizerFamily.AdamLike);

        Assert.Equal(ScalingRule.EffectiveStd(kind, Ratios.Symbolic), multiplier * ScalingRule.InitStd(kind, Ratios.Symbolic, gauge));
        Assert.Equal(ScalingRule.EffectiveRate(kind, Ratios.Symbolic, OptimizerFamily.SgdLike), multiplier * multiplier * sgd);
        Assert.Equal(ScalingRule.EffectiveRate(kind, Ratios.Symbolic, OptimizerFamily.AdamLike), multiplier * adam);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Epsilon_over_the_multiplier_is_the_same_in_every_gauge(Gauge gauge, ParameterKind kind) => Assert.Equal(
        ScalingRule.Epsilon(kind, Ratios.Symbolic, Gauge.LearningRate),
        ScalingRule.Epsilon(kind, Ratios.Symbolic, gauge) / ScalingRule.Multiplier(kind, Ratios.Symbolic, gauge));

    [Theory]
    [MemberData(nameof(All))]
    public void Decay_times_rate_does_not_depend_on_width(Gauge gauge, ParameterKind kind)
    {
        foreach (var family in Ratios.Families)
        {
            var rate = ScalingRule.LearningRate(kind, Ratios.Symbolic, gauge, family);
            Assert.True((rate * ScalingRule.WeightDecay(rate)).IsOne);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void At_base_widths_every_factor_is_one_bit_for_bit(Gauge gauge, ParameterKind kind)
    {
        double[] dial = [0, 0.1, 0.125, 0.25, 1.0 / 3, 0.375, 0.4999, 0.5];
        var factors = Ratios.Families.SelectMany(family => Both(ScalingRule.LearningRate(kind, Ratios.Symbolic, gauge, family))).Concat(
        [
            ScalingRule.Multiplier(kind, Ratios.Symbolic, gauge),
            ScalingRule.InitStd(kind, Ratios.Symbolic, gauge),
            ScalingRule.Epsilon(kind, Ratios.Symbolic, gauge),
            ScalingRule.OfDefaultDraw(ScalingRule.InitStd(kind, Ratios.Symbolic, gauge), Factor.Of("m")),
        ]);

        Assert.All(factors, factor => Assert.All(dial, r => Assert.Equal(1.0, factor.Evaluate(_ => 1.0, r))));

        static Factor[] Both(Factor rate) => [rate, ScalingRule.WeightDecay(rate)];
    }

    [Theory]
    [InlineData(ParameterKind.Hidden, Gauge.LearningRate)]
    [InlineData(ParameterKind.Hidden, Gauge.TensorPrograms)]
    [InlineData(ParameterKind.Input, Gauge.LearningRate)]
    [InlineData(ParameterKind.Vector, Gauge.TensorPrograms)]
    public void Where_nothing_is_multiplied_rich_epsilon_is_eps_over_q(ParameterKind kind, Gauge gauge) =>
        Assert.Equal(Formula.Of("gamma^-1 q^-1"), ScalingRule.Epsilon(kind, Ratios.Symbolic, gauge).At(Rational.Half));

    [Fact]
    public void The_multiplier_gauge_has_one_sgd_rate_for_all_weights() => Assert.All(
        [ParameterKind.Input, ParameterKind.Hidden, ParameterKind.Output],
        kind => Assert.True(ScalingRule.LearningRate(kind, Ratios.Symbolic, Gauge.Multiplier, OptimizerFamily.SgdLike).IsOne));
}
