using Parameterize.Training.Tests.Models;

namespace Parameterize.Training.Tests.MicrosoftMup;

/// <summary>
/// microsoft/mup, run, against annotated models, built: gauge TensorPrograms at r = 1/2 sets the same number for every tensor. Where
/// it does not, a test of this class says so, and docs/guides/coming-from-mup.md says why.
/// </summary>
[Collection("torch")]
public sealed class ParityTests
{
    private const double Tolerance = 1e-9;

    public static TheoryData<string, int> Cases()
    {
        var cases = new TheoryData<string, int>();
        foreach (var model in new[] { "Mlp", "Cnn", "Transformer" })
        {
            foreach (var ratio in new[] { 2, 4, 8 })
            {
                cases.Add(model, ratio);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_factor_of_every_tensor_is_the_peers(string model, int ratio)
    {
        using var ours = Build(model, ratio);
        var theirs = MupTable.Of(model, ratio);
        var table = ((IParameterizedModel)ours).Parameterization;

        Assert.Equal(theirs.Select(row => row.Tensor), table.Tensors.Select(row => row.Name));
        Assert.All(theirs, row =>
        {
            var own = table[row.Tensor];
            Same(row.Multiplier, own.Multiplier);
            Same(row.Draw, own.Draw);
            Same(row.InitStd, own.InitStd);
            Same(row.SgdRate, own.Rule.SgdLearningRate);
            Same(row.SgdDecay, own.Rule.SgdWeightDecay);
            Same(row.AdamRate, own.Rule.AdamLearningRate);
            Same(row.AdamDecay, own.Rule.AdamWeightDecay);
        });
    }

    /// <summary>In the other gauges single factors differ, and what the network computes does not.</summary>
    [Theory]
    [InlineData(Gauge.NeuralTangent)]
    [InlineData(Gauge.LearningRate)]
    [InlineData(Gauge.Multiplier)]
    [InlineData(Gauge.TensorPrograms)]
    public void Effective_factors_are_the_peers_in_every_gauge(Gauge gauge)
    {
        using var ours = Gauges.Build(gauge, 8 * 64, Richness.MaximalUpdate);
        var table = ((IParameterizedModel)ours).Parameterization;

        Assert.All(MupTable.Of("Mlp", 8), row =>
        {
            var own = table[row.Tensor];
            Same(row.Multiplier * row.InitStd, own.Multiplier * own.InitStd);
            Same(row.Multiplier * row.Multiplier * row.SgdRate, own.Multiplier * own.Multiplier * own.Rule.SgdLearningRate);
            Same(row.Multiplier * row.AdamRate, own.Multiplier * own.Rule.AdamLearningRate);
            Same(row.SgdRate * row.SgdDecay, own.Rule.SgdLearningRate * own.Rule.SgdWeightDecay);
            Same(row.AdamRate * row.AdamDecay, own.Rule.AdamLearningRate * own.Rule.AdamWeightDecay);
        });
    }

    /// <summary>mup's decoupled_wd is the option DecayExponent = 0.</summary>
    [Fact]
    public void Decay_that_does_not_follow_the_rate_is_an_option_of_both()
    {
        using var ours = new FixedDecayMlp(8 * 64);

        Assert.All(MupTable.Of("Mlp", 8), row =>
        {
            var own = ours.Parameterization[row.Tensor];
            Same(row.DecoupledRate, own.Rule.AdamLearningRate);
            Same(row.DecoupledDecay, own.Rule.AdamWeightDecay);
        });
    }

    /// <summary>Widths that grow at different speeds: the activity is each layer's own, so that mup's numbers are ours.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void Widths_that_grow_at_different_speeds(int ratio)
    {
        using var ours = new MupTwoWidths(16 * ratio, 16 * ratio * ratio);

        Assert.All(MupTable.Of("TwoWidths", ratio), row =>
        {
            var own = ours.Parameterization[row.Tensor];
            Same(row.Multiplier, own.Multiplier);
            Same(row.InitStd, own.InitStd);
            Same(row.SgdRate, own.Rule.SgdLearningRate);
            Same(row.SgdDecay, own.Rule.SgdWeightDecay);
            Same(row.AdamRate, own.Rule.AdamLearningRate);
            Same(row.AdamDecay, own.Rule.AdamWeightDecay);
        });
    }

    /// <summary>
    /// A difference: tied embeddings. MuSharedReadout draws the shared weight m^1/2 as wide, as if PyTorch had drawn it by fan-in
    /// (microsoft/mup issue 55); an embedding's draw does not depend on width, and here it stays so.
    /// </summary>
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void Difference_of_tied_embeddings(int ratio)
    {
        using var ours = new MupTied(32 * ratio);

        Assert.All(MupTable.Of("Tied", ratio), row =>
        {
            var own = ours.Parameterization[row.Tensor];
            var difference = row.Tensor == "_characters.weight" ? 1 / Math.Sqrt(ratio) : 1;
            Same(row.Draw * difference, own.Draw);
            Same(row.InitStd * difference, own.InitStd);
            Same(row.SgdRate, own.Rule.SgdLearningRate);
            Same(row.AdamRate, own.Rule.AdamLearningRate);
        });
    }

    /// <summary>A difference: mup leaves Adam's epsilon alone; here it follows the gradients, unless ScaleEpsilon is false.</summary>
    [Fact]
    public void Difference_of_epsilon()
    {
        using var ours = Gauges.Build(Gauge.TensorPrograms, 8 * 64, Richness.MaximalUpdate);

        var table = ((IParameterizedModel)ours).Parameterization;
        Assert.All(table.Tensors, row => Same(row.Name == "_readout.bias" ? 1 : 1 / 8.0, row.Rule.Epsilon));
    }

    private static TorchSharp.torch.nn.Module Build(string model, int ratio) => model switch
    {
        "Mlp" => new TensorProgramsMlp(64 * ratio, Richness.MaximalUpdate),
        "Cnn" => new MupCnn(8 * ratio),
        "Transformer" => new MupTransformer(32 * ratio),
        _ => throw new ArgumentOutOfRangeException(nameof(model)),
    };

    private static void Same(double expected, double actual) =>
        Assert.InRange(actual, expected * (1 - Tolerance), expected * (1 + Tolerance));
}
