using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Tests.Kit;

namespace Parameterize.Tests.Rules;

/// <summary>
/// The tables of the theory, written down once more by hand: m and q are the fan ratios, alpha_m = gamma m^r and alpha_q = gamma q^r.
/// </summary>
public class ScalingTableTests
{
    public static TheoryData<ParameterKind, string, string, string> Effective => new()
    {
        // kind, M sigma, SGD: M^2 eta, Adam: M eta
        { ParameterKind.Input, "1", "alpha_q^2", "alpha_q q^-1/2" },
        { ParameterKind.Vector, "1", "alpha_q^2", "alpha_q q^-1/2" },
        { ParameterKind.Hidden, "m^-1/2", "alpha_q^2 m^-1", "alpha_q q^-1/2 m^-1" },
        { ParameterKind.Output, "m^-1/2 alpha_m^-1", "m^-1", "m^-1" },
        { ParameterKind.Finite, "1", "1", "1" },
    };

    public static TheoryData<Gauge, ParameterKind, string, string, string, string, string> Written => new()
    {
        // gauge, kind, M, sigma, eta SGD, eta Adam, eps
        { Gauge.NeuralTangent, ParameterKind.Input, "1", "1", "alpha_q^2", "alpha_q q^-1/2", "alpha_q^-1 q^-1/2" },
        { Gauge.NeuralTangent, ParameterKind.Vector, "1", "1", "alpha_q^2", "alpha_q q^-1/2", "alpha_q^-1 q^-1/2" },
        {
            Gauge.NeuralTangent, ParameterKind.Hidden,
            "m^-1/2", "1", "alpha_q^2", "alpha_q q^-1/2 m^-1/2", "alpha_q^-1 q^-1/2 m^-1/2"
        },
        { Gauge.NeuralTangent, ParameterKind.Output, "m^-1/2 alpha_m^-1", "1", "alpha_m^2", "alpha_m m^-1/2", "m^-1/2 alpha_m^-1" },
        { Gauge.NeuralTangent, ParameterKind.Finite, "1", "1", "1", "1", "1" },

        { Gauge.LearningRate, ParameterKind.Input, "1", "1", "alpha_q^2", "alpha_q q^-1/2", "alpha_q^-1 q^-1/2" },
        { Gauge.LearningRate, ParameterKind.Vector, "1", "1", "alpha_q^2", "alpha_q q^-1/2", "alpha_q^-1 q^-1/2" },
        { Gauge.LearningRate, ParameterKind.Hidden, "1", "m^-1/2", "alpha_q^2 m^-1", "alpha_q q^-1/2 m^-1", "alpha_q^-1 q^-1/2" },
        { Gauge.LearningRate, ParameterKind.Output, "1", "m^-1/2 alpha_m^-1", "m^-1", "m^-1", "1" },
        { Gauge.LearningRate, ParameterKind.Finite, "1", "1", "1", "1", "1" },

        { Gauge.Multiplier, ParameterKind.Input, "alpha_q", "alpha_q^-1", "1", "q^-1/2", "q^-1/2" },
        { Gauge.Multiplier, ParameterKind.Vector, "1", "1", "alpha_q^2", "alpha_q q^-1/2", "alpha_q^-1 q^-1/2" },
        { Gauge.Multiplier, ParameterKind.Hidden, "alpha_q m^-1/2", "alpha_q^-1", "1", "q^-1/2 m^-1/2", "q^-1/2 m^-1/2" },
        { Gauge.Multiplier, ParameterKind.Output, "m^-1/2", "alpha_m^-1", "1", "m^-1/2", "m^-1/2" },
        { Gauge.Multiplier, ParameterKind.Finite, "1", "1", "1", "1", "1" },

        { Gauge.TensorPrograms, ParameterKind.Input, "1", "1", "alpha_q^2", "alpha_q q^-1/2", "alpha_q^-1 q^-1/2" },
        { Gauge.TensorPrograms, ParameterKind.Vector, "1", "1", "alpha_q^2", "alpha_q q^-1/2", "alpha_q^-1 q^-1/2" },
        { Gauge.TensorPrograms, ParameterKind.Hidden, "1", "m^-1/2", "alpha_q^2 m^-1", "alpha_q q^-1/2 m^-1", "alpha_q^-1 q^-1/2" },
        { Gauge.TensorPrograms, ParameterKind.Output, "m^-1", "m^1/2 alpha_m^-1", "m", "1", "m^-1" },
        { Gauge.TensorPrograms, ParameterKind.Finite, "1", "1", "1", "1", "1" },
    };

    /// <summary>
    /// A product of two vectors is scaled as a readout over as many inputs; at base it is the plain one, or that over the root.
    /// </summary>
    [Fact]
    public void Products_of_vectors()
    {
        Assert.Equal(Formula.Of("m^-1/2 alpha_m^-1"), ScalingRule.BareDotScale(Factor.Of("m")));
        Assert.Equal(Factor.Constant(0.125) * Formula.Of("m^-1/2 alpha_m^-1"), ScalingRule.DotScale(64, Factor.Of("m")));
        Assert.Equal(ScalingRule.EffectiveStd(ParameterKind.Output, Ratios.Symbolic), ScalingRule.BareDotScale(Ratios.Symbolic.FanIn));
    }

    [Theory]
    [MemberData(nameof(Effective))]
    public void Effective_scaling(ParameterKind kind, string std, string sgd, string adam)
    {
        Assert.Equal(Formula.Of(std), ScalingRule.EffectiveStd(kind, Ratios.Symbolic));
        Assert.Equal(Formula.Of(sgd), ScalingRule.EffectiveRate(kind, Ratios.Symbolic, OptimizerFamily.SgdLike));
        Assert.Equal(Formula.Of(adam), ScalingRule.EffectiveRate(kind, Ratios.Symbolic, OptimizerFamily.AdamLike));
        Assert.Equal(
            Formula.Of(kind == ParameterKind.Hidden ? "alpha_q m^-1/2" : adam),
            ScalingRule.EffectiveRate(kind, Ratios.Symbolic, OptimizerFamily.Spectral));
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void Each_gauge(Gauge gauge, ParameterKind kind, string multiplier, string std, string sgd, string adam, string epsilon)
    {
        Assert.Equal(Formula.Of(multiplier), ScalingRule.Multiplier(kind, Ratios.Symbolic, gauge));
        Assert.Equal(Formula.Of(std), ScalingRule.InitStd(kind, Ratios.Symbolic, gauge));
        Assert.Equal(Formula.Of(sgd), ScalingRule.LearningRate(kind, Ratios.Symbolic, gauge, OptimizerFamily.SgdLike));
        Assert.Equal(Formula.Of(adam), ScalingRule.LearningRate(kind, Ratios.Symbolic, gauge, OptimizerFamily.AdamLike));
        Assert.Equal(Formula.Of(epsilon), ScalingRule.Epsilon(kind, Ratios.Symbolic, gauge));
    }

    [Theory]
    [InlineData(Gauge.NeuralTangent, "alpha_q")]
    [InlineData(Gauge.LearningRate, "alpha_q m^-1/2")]
    [InlineData(Gauge.Multiplier, "1")]
    [InlineData(Gauge.TensorPrograms, "alpha_q m^-1/2")]
    public void A_spectral_optimizer_s_rate_of_a_hidden_matrix(Gauge gauge, string rate) =>
        Assert.Equal(Formula.Of(rate), ScalingRule.LearningRate(ParameterKind.Hidden, Ratios.Symbolic, gauge, OptimizerFamily.Spectral));

    [Fact]
    public void No_row_is_missing() => Assert.Equal(Ratios.Gauges.Count() * Ratios.Kinds.Count(), Written.Count);

    [Fact]
    public void The_activity_is_that_of_the_layer_that_changes()
    {
        Assert.Equal(Formula.Of("alpha_q"), ScalingRule.Activity(ParameterKind.Hidden, Ratios.Symbolic));
        Assert.Equal(Formula.Of("alpha_m"), ScalingRule.Activity(ParameterKind.Output, Ratios.Symbolic));
    }

    /// <summary>Whatever the ratios: effective rates 1, 1/m and 1/m, and nothing else.</summary>
    [Theory]
    [InlineData(ParameterKind.Input, "1", "1")]
    [InlineData(ParameterKind.Hidden, "m^-1/2", "m^-1")]
    [InlineData(ParameterKind.Output, "m^-1/2", "m^-1")]
    public void At_zero_it_is_ntk_for_any_ratios(ParameterKind kind, string std, string rate)
    {
        var row = TensorScaling.Of(new TensorDeclaration("w", kind, Ratios.Symbolic), new ScalingOptions { Richness = Rational.Zero });
        Assert.Equal(Formula.Of(std), row.Multiplier * row.InitStd);
        Assert.Equal(Formula.Of(rate), row.Multiplier * row.Multiplier * row.Families.SgdLike.LearningRate);
    }

    [Theory]
    [InlineData("m^-1/2", "m", "1")] // hidden weights where init carries the width: a default draw is right already
    [InlineData("1", "m", "m^1/2")] // biases, the readout's included
    [InlineData("1", "1", "1")] // draws that do not look at the width: Embedding
    public void A_default_draw_is_brought_to_its_std(string std, string fanIn, string draw) =>
        Assert.Equal(Formula.Of(draw), ScalingRule.OfDefaultDraw(Formula.Of(std), Formula.Of(fanIn)));

    [Fact]
    public void Unknown_kinds_and_gauges_are_refused()
    {
        var kind = Assert.Throws<ArgumentOutOfRangeException>(() => ScalingRule.EffectiveStd((ParameterKind)99, Ratios.Symbolic));
        Assert.StartsWith("No such kind of parameter.", kind.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => ScalingRule.EffectiveRate((ParameterKind)99, Ratios.Symbolic, OptimizerFamily.SgdLike));
        Assert.Throws<ArgumentOutOfRangeException>(() => ScalingRule.Multiplier(ParameterKind.Hidden, Ratios.Symbolic, (Gauge)99));
    }
}
