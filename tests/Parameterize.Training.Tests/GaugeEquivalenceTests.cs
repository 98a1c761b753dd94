using Parameterize.Training.Tests.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests;

/// <summary>Four ways to write one model give one training run.</summary>
[Collection("torch")]
public sealed class GaugeEquivalenceTests
{
    private const double RelativeTolerance = 1e-9;
    private const long Width = 4 * 64;

    [Theory]
    [InlineData("SGD", 0)]
    [InlineData("SGD", 0.25)]
    [InlineData("SGD", 0.5)]
    [InlineData("Adam", 0)]
    [InlineData("Adam", 0.25)]
    [InlineData("Adam", 0.5)]
    [InlineData("decay", 0)]
    [InlineData("decay", 0.25)]
    [InlineData("decay", 0.5)]
    [InlineData("AdamW", 0)]
    [InlineData("AdamW", 0.5)]
    public void All_gauges_follow_one_trajectory_at_four_times_the_base_width(string optimizer, double richness)
    {
        IReadOnlyList<double>[] trajectories =
        [
            .. Gauges.All.Select(gauge => Trajectory(() => Gauges.Build(gauge, Width, richness), optimizer)),
            Trajectory(() => new SequentialMlp(Width, richness), optimizer), // without multipliers, whatever its gauge
        ];

        Assert.All(trajectories, trajectory => Assert.Equal(10, trajectory.Count));
        Assert.True(trajectories[0][^1] < 0.99 * trajectories[0][0], "ten steps must have trained something");
        for (var step = 0; step < 10; step++)
        {
            Assert.All(trajectories, trajectory => Assert.InRange(
                Math.Abs(trajectory[step] - trajectories[0][step]) / trajectories[0][step], 0, RelativeTolerance));
        }
    }

    [Fact]
    public void Richness_is_no_gauge()
    {
        var (lazy, rich) = (
            Trajectory(() => Gauges.Build(Gauge.NeuralTangent, Width, 0), "Adam")[^1],
            Trajectory(() => Gauges.Build(Gauge.NeuralTangent, Width, 0.5), "Adam")[^1]);

        Assert.True(Math.Abs(lazy - rich) / lazy > 1000 * RelativeTolerance, "the dial must change training by far more than a gauge may");
    }

    private static IReadOnlyList<double> Trajectory(Func<Module<Tensor, Tensor>> build, string optimizer)
    {
        using var model = SeededModels.Build(11, () => InDoublePrecision(build));
        using var stepper = optimizer switch
        {
            "SGD" => Gauges.Optimizer(model, "SGD", ("learningRate", 0.05), ("momentum", 0.9), ("weight_decay", 0.01)),
            "Adam" => Gauges.Optimizer(model, "Adam", ("lr", 0.002), ("eps", 1e-4)),
            "decay" => Gauges.Optimizer(model, "Adam", ("lr", 0.002), ("eps", 1e-4), ("weight_decay", 0.01)),
            _ => Gauges.Optimizer(model, "AdamW", ("lr", 0.002), ("weight_decay", 0.1)),
        };
        return TrainingLoop.Run(model, stepper, Regression.Of(ScalarType.Float64), seed: 0, steps: 10);
    }

    private static TModel InDoublePrecision<TModel>(Func<TModel> build)
    {
        set_default_dtype(ScalarType.Float64);
        try
        {
            return build();
        }
        finally
        {
            set_default_dtype(ScalarType.Float32);
        }
    }
}
