using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Tests.Kit;

namespace Parameterize.Tests.Rules;

/// <summary>What attributes and options add to the rules.</summary>
public class TensorScalingTests
{
    private static readonly TensorDeclaration s_hidden = Weight("_mix.weight", ParameterKind.Hidden);
    private static readonly TensorDeclaration s_output = Weight("_readout.weight", ParameterKind.Output);

    [Fact]
    public void A_dial_that_is_set_at_run_time_stays_in_the_formula()
    {
        var row = TensorScaling.Of(s_hidden, new ScalingOptions { Richness = null, Gamma = null });

        Assert.Equal(Formula.Of("alpha_q^2"), row.Families.SgdLike.LearningRate);
    }

    [Fact]
    public void What_is_known_when_compiling_is_put_in()
    {
        var row = TensorScaling.Of(s_hidden, new ScalingOptions { Richness = new Rational(1, 4), Gamma = 3 });

        Assert.Equal(Formula.Of("9 q^1/2"), row.Families.SgdLike.LearningRate);
        Assert.Equal(1.0 / 9, row.Families.SgdLike.WeightDecay.Coefficient, 1e-15);
        Assert.Equal(Formula.Of("q^-1/2").Powers, row.Families.SgdLike.WeightDecay.Powers);
    }

    [Fact]
    public void Constants_of_an_attribute_multiply_and_do_not_leak_into_the_decay()
    {
        var row = TensorScaling.Of(
            s_hidden with { Multiplier = 2, LearningRate = 8, WeightDecay = 0.5 }, new ScalingOptions { Gauge = Gauge.LearningRate });

        Assert.Equal(Formula.Of("2"), row.Multiplier);
        Assert.Equal(Formula.Of("8 q m^-1"), row.Families.SgdLike.LearningRate);
        Assert.Equal(Formula.Of("0.5 m q^-1"), row.Families.SgdLike.WeightDecay);
        Assert.Equal(Formula.Of("8 m^-1"), row.Families.AdamLike.LearningRate);
        Assert.Equal(Formula.Of("0.5 m"), row.Families.AdamLike.WeightDecay);
        Assert.Equal(row.Families.SgdLike.LearningRate, row.LearningRate(OptimizerFamily.SgdLike));
        Assert.Equal(row.Families.AdamLike.WeightDecay, row.WeightDecay(OptimizerFamily.AdamLike));
    }

    [Fact]
    public void Decay_and_epsilon_can_be_left_alone()
    {
        var row = TensorScaling.Of(
            s_output with { WeightDecay = 3 },
            new ScalingOptions { Gauge = Gauge.TensorPrograms, DecayExponent = Rational.Zero, ScaleEpsilon = false });

        Assert.Equal(Formula.Of("3 m^-1"), row.Families.SgdLike.WeightDecay); // SGD keeps the product
        Assert.Equal(Factor.Constant(3), row.Families.AdamLike.WeightDecay);
        Assert.True(row.Families.AdamLike.Epsilon.IsOne);
    }

    [Fact]
    public void Zero_init_changes_the_init_alone()
    {
        var (row, drawn) = (TensorScaling.Of(s_output with { ZeroInit = true }, new()), TensorScaling.Of(s_output, new()));

        Assert.Equal(Factor.Constant(0), row.InitStd);
        Assert.Equal(Factor.Constant(0), row.Draw);
        Assert.Equal(drawn.Multiplier, row.Multiplier);
        Assert.Equal(drawn.Families.SgdLike.LearningRate, row.Families.SgdLike.LearningRate);
        Assert.Equal(drawn.Families.AdamLike.Epsilon, row.Families.AdamLike.Epsilon);
    }

    [Fact]
    public void A_baseline_keeps_what_TorchSharp_draws_and_what_attributes_say()
    {
        var row = TensorScaling.Of(s_output with { Multiplier = 2, LearningRate = 3 }, new ScalingOptions { Baseline = true });

        Assert.Equal(Factor.Constant(2), row.Multiplier);
        Assert.Equal(Factor.Constant(3), row.Families.AdamLike.LearningRate);
        Assert.Equal(s_output.DrawFanIn.Pow(-Rational.Half), row.InitStd); // fan-in^-1/2, relative to base widths
        Assert.All(
            [
                row.Draw, row.Families.SgdLike.WeightDecay, row.Families.AdamLike.WeightDecay, row.Families.AdamLike.Epsilon,
                row.CoupledDecay,
            ],
            factor => Assert.True(factor.IsOne));
        Assert.Equal(ParameterKind.Output, row.Kind);
    }

    [Fact]
    public void Where_nothing_can_be_multiplied_init_and_rate_carry_it()
    {
        var folded = TensorScaling.Of(s_hidden with { IsFolded = true }, new ScalingOptions { Gauge = Gauge.NeuralTangent });
        var plain = TensorScaling.Of(s_hidden, new ScalingOptions { Gauge = Gauge.LearningRate });

        Assert.True(folded.Multiplier.IsOne);
        Assert.Equal((plain.InitStd, plain.Draw, plain.Families), (folded.InitStd, folded.Draw, folded.Families));
    }

    /// <summary>An embedding and the readout that it is too have one sigma and one eta, whatever gauge the model has.</summary>
    [Fact]
    public void Two_uses_of_one_tensor_differ_by_the_multiplier_alone() => Assert.All(Ratios.Gauges, gauge =>
    {
        var options = new ScalingOptions { Gauge = gauge, DecayExponent = Rational.Zero };
        var words = new TensorDeclaration("_words.weight", ParameterKind.Input, Ratios.Of(ParameterKind.Input)) { IsTied = true };
        var readout = new TensorDeclaration("_readout.weight", ParameterKind.Output, Ratios.Of(ParameterKind.Output)) { IsTied = true };
        var (first, second) = (TensorScaling.Of(words, options), TensorScaling.Of(readout, options));

        Assert.True(first.Multiplier.IsOne);
        Assert.Equal(Formula.Of("n^-1"), second.Multiplier);
        Assert.Equal((first.InitStd, first.Families.AdamLike.LearningRate), (second.InitStd, second.Families.AdamLike.LearningRate));
        Assert.Equal(first.Families.SgdLike.LearningRate, second.Families.SgdLike.LearningRate);
        Assert.All([first, second], row => Assert.True(row.Families.AdamLike.WeightDecay.IsOne)); // lambda independent of width
    });

    /// <summary>Its gauge is its own, so that lambda is measured by its own eta.</summary>
    [Fact]
    public void Exponents_of_one_s_own_keep_a_decay_that_is_to_be_independent_of_width() => Assert.True(TensorScaling.Of(
        s_hidden with { Exponents = WidthExponents.Parse("-1/2, 1/2, rule, rule") },
        new ScalingOptions { DecayExponent = Rational.Zero }).Families.AdamLike.WeightDecay.IsOne);

    [Theory]
    [InlineData(Gauge.NeuralTangent, "m^1/2")]
    [InlineData(Gauge.LearningRate, "1")]
    [InlineData(Gauge.Multiplier, "m^1/2 q^-1/2")] // at r = 1/2, gamma = 1
    [InlineData(Gauge.TensorPrograms, "1")]
    public void A_default_draw_of_a_hidden_weight_is_rescaled(Gauge gauge, string draw) =>
        Assert.Equal(Formula.Of(draw), TensorScaling.Of(s_hidden, new ScalingOptions { Gauge = gauge }).Draw);

    [Theory]
    [InlineData(ParameterKind.Vector)]
    [InlineData(ParameterKind.Finite)]
    public void Every_bias_is_drawn_anew_wide_or_not(ParameterKind kind)
    {
        var bias = new TensorDeclaration("_mix.bias", kind, Ratios.Of(kind)) { DrawFanIn = Factor.Of("m") };

        Assert.All(Ratios.Gauges, gauge =>
            Assert.Equal(Formula.Of("m^1/2"), TensorScaling.Of(bias, new ScalingOptions { Gauge = gauge }).Draw));
    }

    private static TensorDeclaration Weight(string name, ParameterKind kind) =>
        new(name, kind, Ratios.Symbolic) { DrawFanIn = Factor.Of("m") };
}
