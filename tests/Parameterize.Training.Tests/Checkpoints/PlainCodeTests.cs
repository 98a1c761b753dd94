using Parameterize.Experiments;
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
        using var trained = Trained(new LearningRateMlp(Width, 0.25));
        using var plain = new PlainMlp(Width);

        plain.Load(Checkpoint.Of(trained));

        Assert.Equal(Outputs(trained), Outputs(plain));
    }

    [Fact]
    public void Multipliers_may_stand_in_plain_code_as_constants()
    {
        using var trained = Trained(new NeuralTangentMlp(Width, Richness.MaximalUpdate));
        using var plain = new MultipliedMlp(Width);

        plain.Load(Checkpoint.Of(trained));

        AssertSame(Outputs(trained), Outputs(plain));
    }

    [Theory]
    [InlineData(Gauge.NeuralTangent, 0)]
    [InlineData(Gauge.NeuralTangent, 0.3)]
    [InlineData(Gauge.NeuralTangent, 0.5)]
    [InlineData(Gauge.Multiplier, 0.25)]
    [InlineData(Gauge.TensorPrograms, 0.5)]
    public void Multipliers_may_be_folded_into_the_weights(Gauge gauge, double richness)
    {
        using var trained = Trained(Gauges.Build(gauge, Width, richness));
        using var plain = new PlainMlp(Width);

        plain.Load(Checkpoint.Of(trained));
        var unfolded = Outputs(plain);
        Fold(plain, ((IParameterizedModel)trained).Parameterization);

        AssertSame(Outputs(trained), Outputs(plain));
        Assert.True(Distance(Outputs(trained), unfolded) > 0.01, "the multipliers must matter");
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

    private static Module<Tensor, Tensor> Trained(Module<Tensor, Tensor> model)
    {
        using var optimizer = Gauges.Optimizer(model, "Adam", ("lr", 0.005));
        Assert.Equal(5, TrainingLoop.Run(model, optimizer, Regression.Of(ScalarType.Float32), seed: 0, steps: 5).Count);
        return model;
    }

    private static double[] Outputs(Module<Tensor, Tensor> model)
    {
        using var noGradient = no_grad();
        var (inputs, _) = Regression.Of(ScalarType.Float32).Batch(3, 0);
        return model.call(inputs).to_type(ScalarType.Float64).data<double>().ToArray();
    }

    private static void AssertSame(double[] expected, double[] actual) => Assert.InRange(Distance(expected, actual), 0, 1e-5);

    private static double Distance(double[] expected, double[] actual) =>
        expected.Zip(actual, (x, y) => Math.Abs(x - y)).Max() / expected.Max(Math.Abs);
}
