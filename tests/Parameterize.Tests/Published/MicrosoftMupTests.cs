using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Tests.Kit;

namespace Parameterize.Tests.Published;

/// <summary>
/// microsoft/mup (mup/optim.py, mup/init.py, mup/layer.py), which is our gauge TensorPrograms at r = 1/2. The worked example was run
/// with the real package: an MLP 32-w-w-10 with base width 64 and w = 256, learning rate 0.1, weight decay 0.01.
/// </summary>
public class MicrosoftMupTests
{
    private static readonly ScalingOptions s_options = new() { Richness = Rational.Half, Gauge = Gauge.TensorPrograms };

    public static TheoryData<ParameterKind, string, string, string, string, string, string> Rules => new()
    {
        // class, init std, forward, Adam rate, SGD rate, Adam decay, SGD decay; i and o are ratios of fan-in and fan-out
        { ParameterKind.Hidden, "i^-1/2", "1", "i^-1", "o i^-1", "i", "i o^-1" }, // matrix-like
        { ParameterKind.Input, "1", "1", "1", "o", "1", "o^-1" }, // vector-like
        { ParameterKind.Vector, "1", "1", "1", "o", "1", "o^-1" },
        { ParameterKind.Output, "1", "i^-1", "1", "i", "1", "i^-1" }, // readout
        { ParameterKind.Finite, "1", "1", "1", "1", "1", "1" },
    };

    public static TheoryData<string, ParameterKind, double, double, double, double> Example => new()
    {
        // tensor, kind, MuSGD lr and decay, MuAdamW lr and decay
        { "fc1.weight", ParameterKind.Input, 0.4, 0.0025, 0.1, 0.01 },
        { "fc1.bias", ParameterKind.Vector, 0.4, 0.0025, 0.1, 0.01 },
        { "fc2.weight", ParameterKind.Hidden, 0.1, 0.01, 0.025, 0.04 },
        { "fc2.bias", ParameterKind.Vector, 0.4, 0.0025, 0.1, 0.01 },
        { "fc3.weight", ParameterKind.Output, 0.4, 0.0025, 0.1, 0.01 },
        { "fc3.bias", ParameterKind.Finite, 0.1, 0.01, 0.1, 0.01 },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rules_agree(ParameterKind kind, string std, string forward, string adam, string sgd, string adamDecay, string sgdDecay)
    {
        var row = TensorScaling.Of(new TensorDeclaration("w", kind, Ratios.Of(kind, "i", "o")), s_options);

        Same(std, row.InitStd);
        Same(forward, row.Multiplier);
        Same(adam, row.Families.AdamLike.LearningRate);
        Same(sgd, row.Families.SgdLike.LearningRate);
        Same(adamDecay, row.Families.AdamLike.WeightDecay);
        Same(sgdDecay, row.Families.SgdLike.WeightDecay);

        static void Same(string theirs, Factor ours) => Assert.Equal(Formula.Of(theirs), ours);
    }

    [Theory]
    [MemberData(nameof(Example))]
    public void Worked_example_agrees(string tensor, ParameterKind kind, double sgd, double sgdDecay, double adam, double adamDecay)
    {
        var row = Resolved(tensor, kind);

        Assert.Equal(sgd, 0.1 * row.Rule.SgdLearningRate);
        Assert.Equal(sgdDecay, 0.01 * row.Rule.SgdWeightDecay);
        Assert.Equal(adam, 0.1 * row.Rule.AdamLearningRate);
        Assert.Equal(adamDecay, 0.01 * row.Rule.AdamWeightDecay);
        Assert.Equal(kind == ParameterKind.Output ? 0.25 : 1, row.Multiplier);
    }

    /// <summary>Against default draws at w = 256: hidden and readout biases and the readout's weight become twice as large.</summary>
    [Theory]
    [InlineData("fc1.weight", ParameterKind.Input, 1)]
    [InlineData("fc1.bias", ParameterKind.Vector, 1)]
    [InlineData("fc2.weight", ParameterKind.Hidden, 1)]
    [InlineData("fc2.bias", ParameterKind.Vector, 2)]
    [InlineData("fc3.weight", ParameterKind.Output, 2)]
    [InlineData("fc3.bias", ParameterKind.Finite, 2)]
    public void The_same_draws_change(string tensor, ParameterKind kind, double draw) => Assert.Equal(draw, Resolved(tensor, kind).Draw);

    private static TensorParameterization Resolved(string tensor, ParameterKind kind)
    {
        var declaration = new TensorDeclaration(tensor, kind, Ratios.Of(kind))
        {
            DrawFanIn = tensor.StartsWith("fc1", StringComparison.Ordinal) ? Factor.One : Factor.Of("n"),
        };
        return new ModelScaling("Mlp", "n", s_options, declaration).Resolve(new Dictionary<string, double> { ["n"] = 256.0 / 64 })[tensor];
    }
}
