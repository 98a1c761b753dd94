using Parameterize.Training.Tests.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Checkpoints;

/// <summary>A trained model leaves the library: its checkpoint loads into classes that know nothing of it.</summary>
[Collection("torch")]
public sealed class PlainCodeTests
{
    private const long Width = 256;

    [Fact]
    public void Without_multipliers_plain_code_gives_the_same_bits()
    {
        using var trained = Trained.A(new LearningRateMlp(Width, 0.25));
        using var plain = new PlainMlp(Width);

        plain.Load(Checkpoint.Of(trained));

        Assert.Equal(Trained.Outputs(trained), Trained.Outputs(plain));
    }

    [Fact]
    public void Multipliers_may_stand_in_plain_code_as_constants()
    {
        using var trained = Trained.A(new NeuralTangentMlp(Width, Richness.MaximalUpdate));
        using var plain = new MultipliedMlp(Width);

        plain.Load(Checkpoint.Of(trained));

        Trained.AssertSame(Trained.Outputs(trained), Trained.Outputs(plain));
    }

    [Theory]
    [InlineData(Gauge.NeuralTangent, 0)]
    [InlineData(Gauge.NeuralTangent, 0.3)]
    [InlineData(Gauge.NeuralTangent, 0.5)]
    [InlineData(Gauge.Multiplier, 0.25)]
    [InlineData(Gauge.TensorPrograms, 0.5)]
    public void Multipliers_may_be_folded_into_the_weights(Gauge gauge, double richness)
    {
        using var trained = Trained.A(Gauges.Build(gauge, Width, richness));
        using var plain = new PlainMlp(Width);

        plain.Load(Checkpoint.Of(trained));
        var unfolded = Trained.Outputs(plain);
        Fold(plain, ((IParameterizedModel)trained).Parameterization);

        Trained.AssertSame(Trained.Outputs(trained), Trained.Outputs(plain));
        Assert.True(Trained.Distance(Trained.Outputs(trained), unfolded) > 0.01, "the multipliers must matter");
    }

    /// <summary>What a user writes to export a model: M times each weight, by the table.</summary>
    private static void Fold(Module plain, ModelParameterization table)
    {
        using var noGradient = no_grad();
        foreach (var (name, parameter) in plain.named_parameters())
        {
            parameter.mul_(table[name].Multiplier);
        }
    }
}
