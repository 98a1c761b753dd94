using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Tests.Kit;

namespace Parameterize.Tests.Published;

/// <summary>
/// Yang et al., "Tensor Programs V", arXiv 2203.03466: the purple entries of tables 3, 8 and 9, three ways to write muP. i and o stand
/// for fan-in and fan-out where those are widths; their numbers are for widths, ours for ratios of widths, which is the same power.
/// </summary>
public class TensorProgramsVTests
{
    public static TheoryData<string, Gauge, ParameterKind, string, string, string, string> Tables => new()
    {
        // table, our gauge, weights, init std (the table has variances), multiplier, SGD rate, Adam rate

        // Table 3: no multipliers. Output: variance 1/fan_in^2, SGD 1/fan_in, Adam 1/fan_in.
        { "3", Gauge.LearningRate, ParameterKind.Input, "1", "1", "o", "1" },
        { "3", Gauge.LearningRate, ParameterKind.Vector, "1", "1", "o", "1" },
        { "3", Gauge.LearningRate, ParameterKind.Output, "i^-1", "1", "i^-1", "i^-1" },
        { "3", Gauge.LearningRate, ParameterKind.Hidden, "i^-1/2", "1", "1", "i^-1" },

        // Table 8: an output multiplier, so that input and output weights can be tied. Output: variance 1, SGD fan_in, Adam 1.
        { "8", Gauge.TensorPrograms, ParameterKind.Input, "1", "1", "o", "1" },
        { "8", Gauge.TensorPrograms, ParameterKind.Vector, "1", "1", "o", "1" },
        { "8", Gauge.TensorPrograms, ParameterKind.Output, "1", "i^-1", "i", "1" },
        { "8", Gauge.TensorPrograms, ParameterKind.Hidden, "i^-1/2", "1", "1", "i^-1" },

        // Table 9: the form of Tensor Programs IV, SGD rate 1 throughout. Input: variance 1/fan_out, multiplier fan_out^1/2.
        { "9", Gauge.Multiplier, ParameterKind.Input, "o^-1/2", "o^1/2", "1", "o^-1/2" },
        { "9", Gauge.Multiplier, ParameterKind.Output, "i^-1/2", "i^-1/2", "1", "i^-1/2" },
        { "9", Gauge.Multiplier, ParameterKind.Hidden, "i^-1/2", "1", "1", "i^-1" },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void Agrees(string table, Gauge gauge, ParameterKind kind, string std, string multiplier, string sgd, string adam)
    {
        Assert.NotEmpty(table);
        Assert.Equal(InWidths(std), AtMup(ScalingRule.InitStd(kind, Ratios.Of(kind), gauge)));
        Assert.Equal(InWidths(multiplier), AtMup(ScalingRule.Multiplier(kind, Ratios.Of(kind), gauge)));
        Assert.Equal(InWidths(sgd), AtMup(ScalingRule.LearningRate(kind, Ratios.Of(kind), gauge, OptimizerFamily.SgdLike)));
        Assert.Equal(InWidths(adam), AtMup(ScalingRule.LearningRate(kind, Ratios.Of(kind), gauge, OptimizerFamily.AdamLike)));
    }

    /// <summary>
    /// Table 9 counts biases to the input weights, with a multiplier. We add a bias as it is, in every gauge, and move the multiplier
    /// into its rate: the same training (M sigma, M^2 eta and M eta agree), and no multiplication.
    /// </summary>
    [Fact]
    public void Table_9_differs_for_biases_by_a_gauge_move()
    {
        var (ours, theirs) = (Row(ParameterKind.Vector), Row(ParameterKind.Input));

        Assert.NotEqual(ours.M, theirs.M);
        Assert.Equal(ours.M * ours.Sigma, theirs.M * theirs.Sigma);
        Assert.Equal(ours.M * ours.M * ours.Sgd, theirs.M * theirs.M * theirs.Sgd);
        Assert.Equal(ours.M * ours.Adam, theirs.M * theirs.Adam);

        static (Factor M, Factor Sigma, Factor Sgd, Factor Adam) Row(ParameterKind kind) => (
            AtMup(ScalingRule.Multiplier(kind, Ratios.Of(kind), Gauge.Multiplier)),
            AtMup(ScalingRule.InitStd(kind, Ratios.Of(kind), Gauge.Multiplier)),
            AtMup(ScalingRule.LearningRate(kind, Ratios.Of(kind), Gauge.Multiplier, OptimizerFamily.SgdLike)),
            AtMup(ScalingRule.LearningRate(kind, Ratios.Of(kind), Gauge.Multiplier, OptimizerFamily.AdamLike)));
    }

    /// <summary>
    /// The tables are written for fan-in and fan-out that grow alike. Where an inner width grows by another ratio than the model's, their
    /// SGD rate for hidden weights, fan_out/fan_in (as microsoft/mup has it), is ours too.
    /// </summary>
    [Fact]
    public void Hidden_layers_between_different_widths_take_fan_out_over_fan_in() => Assert.Equal(
        Formula.Of("q m^-1"),
        AtMup(ScalingRule.LearningRate(ParameterKind.Hidden, Ratios.Symbolic, Gauge.LearningRate, OptimizerFamily.SgdLike)));

    private static Factor AtMup(Factor factor) => factor.At(Rational.Half).Substitute("gamma", Factor.One);

    private static Factor InWidths(string formula) => Formula.Of(formula).Substitute("i", Factor.Of("n")).Substitute("o", Factor.Of("n"));
}
