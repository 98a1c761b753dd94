using Parameterize.Training.Tests.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests;

/// <summary>
/// A decay that keeps neither lambda nor its product with the rate trains alike in every gauge, and is plain at base width.
/// </summary>
[Collection("torch")]
public sealed class DecayExponentTests
{
    private const double RelativeTolerance = 1e-9;
    private const double Decay = 2; // strong enough to be seen in ten steps

    [Theory]
    [InlineData("AdamW", 0.25)]
    [InlineData("AdamW", 0.5)]
    [InlineData("Muon", 0.25)]
    [InlineData("SGD", 0.5)]
    public void Gauges_follow_one_trajectory(string optimizer, double richness)
    {
        var first = Trajectory(() => new RootDecayMlp(256, richness), optimizer);
        var kept = Trajectory(() => new NeuralTangentMlp(256, richness), optimizer);

        Assert.All(
            [() => new RootDecayProgramsMlp(256, richness), () => (Module<Tensor, Tensor>)new RootDecayRateMlp(256, richness)],
            build => Assert.InRange(Distance(first, Trajectory(build, optimizer)), 0, RelativeTolerance));
        if (optimizer == "SGD")
        {
            Assert.Equal(kept, first); // SGD keeps the product at any exponent
        }
        else
        {
            Assert.True(Distance(first, kept) > 1000 * RelativeTolerance, "the exponent must change training by far more than a gauge may");
        }
    }

    [Fact]
    public void At_base_width_it_is_plain()
    {
        var plain = Trajectory(() => new PlainMlp(64), "AdamW");

        Assert.Equal(plain, Trajectory(() => new RootDecayMlp(64, 0.25), "AdamW"));
        Assert.Equal(plain, Trajectory(() => new RootDecayProgramsMlp(64, 0.5), "AdamW"));
    }

    private static double Distance(IReadOnlyList<double> losses, IReadOnlyList<double> others) =>
        losses.Zip(others).Max(pair => Math.Abs(pair.First - pair.Second) / pair.First);

    private static IReadOnlyList<double> Trajectory(Func<Module<Tensor, Tensor>> build, string optimizer)
    {
        set_default_dtype(ScalarType.Float64);
        try
        {
            using var model = SeededModels.Build(11, build);
            using var stepper = optimizer switch
            {
                "SGD" => Gauges.Optimizer(model, "SGD", ("learningRate", 0.05), ("weight_decay", Decay)),
                "Muon" => Gauges.Optimizer(model, "Muon", ("lr", 0.05), ("adamw_lr", 0.002), ("weight_decay", Decay)),
                _ => Gauges.Optimizer(model, "AdamW", ("lr", 0.002), ("weight_decay", Decay)),
            };
            var losses = TrainingLoop.Run(model, stepper, Regression.Of(ScalarType.Float64), seed: 0, steps: 10);
            Assert.True(losses[^1] < 0.99 * losses[0], "ten steps must have trained something");
            return losses;
        }
        finally
        {
            set_default_dtype(ScalarType.Float32);
        }
    }
}
