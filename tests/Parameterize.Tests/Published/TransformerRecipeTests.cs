using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Scaling.Signals;
using Parameterize.Tests.Kit;

namespace Parameterize.Tests.Published;

/// <summary>
/// Two muP recipes for transformers under AdamW, both our gauge TensorPrograms at r = 1/2 as far as width goes: CompleteP (Dey et al.,
/// arXiv 2505.01618, table 1; depth ratio 1 here) and Megatron-LM (get_mup_config_overrides in megatron/core/optimizer/__init__.py,
/// commit 0044db1).
/// </summary>
public class TransformerRecipeTests
{
    private static readonly ScalingOptions s_options = new() { Richness = Rational.Half, Gauge = Gauge.TensorPrograms };

    public static TheoryData<ParameterKind, string, string, string, string, string> CompleteP => new()
    {
        // weights, init std, forward, rate, decay, eps
        { ParameterKind.Input, "1", "1", "1", "1", "n^-1" },
        { ParameterKind.Vector, "1", "1", "1", "1", "n^-1" },
        { ParameterKind.Hidden, "n^-1/2", "1", "n^-1", "n", "n^-1" },
        { ParameterKind.Output, "1", "n^-1", "1", "1", "n^-1" },
    };

    [Theory]
    [MemberData(nameof(CompleteP))]
    public void CompleteP_agrees(ParameterKind kind, string std, string forward, string rate, string decay, string epsilon)
    {
        var row = Row(kind);

        Assert.Equal(Formula.Of(std), row.InitStd);
        Assert.Equal(Formula.Of(forward), row.Multiplier);
        Assert.Equal(Formula.Of(rate), row.Families.AdamLike.LearningRate);
        Assert.Equal(Formula.Of(decay), row.Families.AdamLike.WeightDecay);
        Assert.Equal(Formula.Of(epsilon), row.Families.AdamLike.Epsilon);
    }

    [Fact]
    public void Megatron_divides_rate_and_epsilon_of_hidden_matrices_by_the_width_ratio()
    {
        Assert.Equal(Formula.Of("n^-1"), Row(ParameterKind.Hidden).Families.AdamLike.LearningRate);
        Assert.Equal(Formula.Of("n^-1"), Row(ParameterKind.Hidden).Families.AdamLike.Epsilon);
        Assert.Equal(Formula.Of("n"), Row(ParameterKind.Input).Families.SgdLike.LearningRate);
        Assert.True(Row(ParameterKind.Hidden).Families.SgdLike.LearningRate.IsOne);
    }

    /// <summary>
    /// Megatron keeps eps for embeddings, biases and norms. Their gradients shrink like 1/n as the hidden ones do, so that a fixed eps
    /// stops normalising at large width (Everett et al., arXiv 2407.05872, section 5); we scale it, as CompleteP does.
    /// </summary>
    [Fact]
    public void Megatron_differs_in_the_epsilon_of_vector_like_tensors()
    {
        var readings = SignalPropagation.Of(SignalChain.OfRules(1, Rational.Half, Gauge.TensorPrograms, OptimizerFamily.AdamLike)).Readings;

        Assert.Equal<Growth>(-1, readings[0].Gradient);
        Assert.All(
            [ParameterKind.Input, ParameterKind.Vector], kind => Assert.Equal(Formula.Of("n^-1"), Row(kind).Families.AdamLike.Epsilon));
    }

    /// <summary>
    /// Megatron takes an untied readout for a hidden matrix: its rate is divided by n although its multiplier is 1/n already, so that its
    /// update vanishes. Table 8 of arXiv 2203.03466 has rate 1 there.
    /// </summary>
    [Fact]
    public void Megatron_differs_in_the_rate_of_an_untied_readout()
    {
        Assert.True(Row(ParameterKind.Output).Families.AdamLike.LearningRate.IsOne);

        var chain = SignalChain.OfRules(1, Rational.Half, Gauge.TensorPrograms, OptimizerFamily.AdamLike);
        var readout = chain.Layers[^1];
        var theirs = SignalPropagation.Of(chain.With(readout.Name, readout.Exponents with { C = readout.Exponents.C + 1 }));

        Assert.Equal<Growth>(-1, theirs[readout.Name].Own);
        Assert.Equal(readout.Name, theirs[SignalProperty.Maximal].Layer);
    }

    private static TensorScaling Row(ParameterKind kind) => TensorScaling.Of(new TensorDeclaration("w", kind, Ratios.Of(kind)), s_options);
}
