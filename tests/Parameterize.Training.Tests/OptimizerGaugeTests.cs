using Parameterize.Training.Tests.Models;
using static TorchSharp.torch;

namespace Parameterize.Training.Tests;

/// <summary>
/// Every optimizer at four times the base width: the model written with forward multipliers and the one written without train
/// alike, if rates, decays, epsilons and whatever else has a unit scale as they must.
/// </summary>
[Collection("torch")]
public sealed class OptimizerGaugeTests
{
    private const double RelativeTolerance = 1e-6;

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, OptimizerCases.Symmetric.Count + 1)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Ten_steps_are_the_same_in_both_gauges(int index)
    {
        OptimizerCase[] cases = [.. OptimizerCases.Symmetric, OptimizerCases.Muon];
        var optimizer = cases[index];
        var losses = Trajectory(Gauge.LearningRate, optimizer);

        Assert.Equal(10, losses.Count);
        Assert.True(losses[^1] < 0.99 * losses[0], $"ten steps of {optimizer} must train something: {losses[0]} to {losses[^1]}");
        Assert.InRange(Distance(losses, Trajectory(Gauge.NeuralTangent, optimizer)), 0, RelativeTolerance);
    }

    /// <summary>
    /// With gradients g -> theta g and rate eta -> eta/theta, a normalised step moves a weight by 1/theta as much, as it must. A
    /// momentum step, eta g, moves it as much as before: so RAdam's first five steps differ, and only those.
    /// </summary>
    [Fact]
    public void RAdam_differs_in_the_steps_before_it_normalises()
    {
        Assert.True(Difference(OptimizerCases.RAdam) > 10 * RelativeTolerance, "momentum steps must differ");
        Assert.InRange(Difference(OptimizerCases.RAdam, schedule: step => step < 5 ? 0 : 1, steps: 15), 0, RelativeTolerance);
    }

    [Theory]
    [InlineData("LambdaLR")]
    [InlineData("StepLR")]
    [InlineData("CosineAnnealingLR")]
    public void Schedules_that_multiply_keep_the_ratios(string schedule)
    {
        using var model = Gauges.Build(Gauge.LearningRate, 8 * 64, 0.5);
        using var optimizer = Gauges.Optimizer(model, "AdamW", ("lr", 0.002));
        var ratios = Ratios(optimizer);
        Assert.True(ratios.Distinct().Count() > 1, "there must be ratios to keep");
        var first = optimizer.ParamGroups.First().LearningRate;
        var scheduler = schedule switch
        {
            "LambdaLR" => optim.lr_scheduler.LambdaLR(optimizer, step => 1 / (1.0 + step)),
            "StepLR" => optim.lr_scheduler.StepLR(optimizer, step_size: 3, gamma: 0.3),
            _ => optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max: 20),
        };
        for (var step = 0; step < 10; step++)
        {
            scheduler.step();
            Assert.All(Ratios(optimizer).Zip(ratios), pair => Assert.InRange(pair.First / pair.Second, 1 - 1e-12, 1 + 1e-12));
        }

        Assert.InRange(optimizer.ParamGroups.First().LearningRate / first, 0, 0.6);
    }

    private static double[] Ratios(optim.Optimizer optimizer) =>
        optimizer.ParamGroups.Select(group => group.LearningRate / optimizer.ParamGroups.First().LearningRate).ToArray();

    private static double Difference(OptimizerCase optimizer, Func<int, double>? schedule = null, int steps = 10) => Distance(
        Trajectory(Gauge.LearningRate, optimizer, schedule, steps), Trajectory(Gauge.NeuralTangent, optimizer, schedule, steps));

    private static double Distance(IReadOnlyList<double> losses, IReadOnlyList<double> others) =>
        losses.Zip(others).Max(pair => Math.Abs(pair.First - pair.Second) / pair.First);

    private static IReadOnlyList<double> Trajectory(
        Gauge gauge, OptimizerCase optimizer, Func<int, double>? schedule = null, int steps = 10)
    {
        set_default_dtype(ScalarType.Float64);
        try
        {
            using var model = SeededModels.Build(11, () => Gauges.Build(gauge, 4 * 64, 0.3));
            using var stepper = Gauges.Optimizer(model, optimizer.Factory, optimizer.Arguments);
            var scheduler = schedule is null ? null : optim.lr_scheduler.LambdaLR(stepper, schedule);
            var task = Regression.Of(ScalarType.Float64);
            return [.. Enumerable.Range(0, steps).Select(step =>
            {
                var loss = TrainingLoop.Run(model, stepper, task, seed: 0, steps: 1)[0];
                scheduler?.step();
                return loss;
            })];
        }
        finally
        {
            set_default_dtype(ScalarType.Float32);
        }
    }
}
