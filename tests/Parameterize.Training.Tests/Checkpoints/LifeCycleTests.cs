using Parameterize.Training.Tests.MicrosoftMup;
using Parameterize.Training.Tests.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Parameterize.Training.Tests.Checkpoints;

/// <summary>What happens to a model besides training: it is saved, loaded, moved, frozen and added to.</summary>
[Collection("torch")]
public sealed class LifeCycleTests
{
    private const long Width = 256;

    [Theory]
    [InlineData(Gauge.NeuralTangent)]
    [InlineData(Gauge.LearningRate)]
    [InlineData(Gauge.Multiplier)]
    [InlineData(Gauge.TensorPrograms)]
    public void A_fresh_model_goes_on_where_the_saved_one_was(Gauge gauge)
    {
        using var first = SeededModels.Build(1, () => Gauges.Build(gauge, Width, 0.25));
        Train(first);
        var checkpoint = Checkpoint.Of(first);
        using var fresh = SeededModels.Build(2, () => Gauges.Build(gauge, Width, 0.25));

        fresh.Load(checkpoint);

        AssertSame(Checkpoint.Numbers(first), Checkpoint.Numbers(fresh));
        Assert.Equal(Table(first).ToJson(), Table(fresh).ToJson());
        Assert.Equal(Train(first), Train(fresh));
    }

    [Fact]
    public void Loading_rescales_nothing()
    {
        using var model = new NeuralTangentMlp(Width, 0);
        var before = Checkpoint.Numbers(model);
        var checkpoint = Checkpoint.Of(model);

        model.Load(checkpoint);
        model.Load(checkpoint);

        AssertSame(before, Checkpoint.Numbers(model));
        Assert.Equal(checkpoint, Checkpoint.Of(model));
    }

    [Fact]
    public void A_model_may_change_its_precision_before_the_optimizer_is_made()
    {
        using var single = SeededModels.Build(1, () => new NeuralTangentMlp(Width, 0.25));
        using var model = SeededModels.Build(1, () => new NeuralTangentMlp(Width, 0.25));

        model.to(ScalarType.Float64);
        using var optimizer = model.Adam(0.002);

        var parameters = model.parameters().ToArray();
        Assert.All(parameters, parameter => Assert.Equal(ScalarType.Float64, parameter.dtype));
        Assert.Equal(
            parameters.Length, optimizer.parameters().Count(stepped => parameters.Any(parameter => ReferenceEquals(parameter, stepped))));
        var task = Regression.Of(ScalarType.Float32);
        var inDouble = task with
        {
            Batch = (seed, step) =>
                (task.Batch(seed, step).Inputs.to_type(ScalarType.Float64), task.Batch(seed, step).Targets.to_type(ScalarType.Float64)),
        };
        var losses = TrainingLoop.Run(model, optimizer, inDouble, seed: 0, steps: 5);
        var expected = Train(single);
        Assert.Equal(5, losses.Count);
        Assert.All(losses.Zip(expected), pair => Assert.InRange(pair.First / pair.Second, 1 - 1e-4, 1 + 1e-4));
    }

    [Fact]
    public void Frozen_parameters_are_in_no_group_and_stay()
    {
        using var model = new NeuralTangentMlp(Width, 0.25);
        model.get_parameter("_mix.weight")!.requires_grad = false;
        model.get_parameter("_mix.bias")!.requires_grad = false;
        var before = Checkpoint.Numbers(model);

        using var optimizer = model.Adam(0.002);
        TrainingLoop.Run(model, optimizer, Regression.Of(ScalarType.Float32), seed: 0, steps: 3);

        var after = Checkpoint.Numbers(model);
        Assert.Equal(model.parameters().Count() - 2, optimizer.parameters().Count());
        Assert.Equal(
            ["_mix.bias", "_mix.weight"], before.Keys.Where(name => before[name].SequenceEqual(after[name])).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Buffers_are_not_scaled_and_are_saved()
    {
        using var model = new MupCnn(16);
        Assert.All(
            Buffers(model),
            buffer =>
                Assert.All(buffer.Numbers, number => Assert.Equal(buffer.Name.EndsWith("var", StringComparison.Ordinal) ? 1 : 0, number)));

        using (NewDisposeScope())
        {
            model.call(randn(4, 3, 32, 32));
        }

        using var fresh = new MupCnn(16);
        fresh.Load(Checkpoint.Of(model));

        Assert.Contains(Buffers(model), buffer => buffer.Name == "_seeNorm.running_mean" && buffer.Numbers.Any(number => number != 0));
        AssertSame(Checkpoint.Numbers(model), Checkpoint.Numbers(fresh));
    }

    [Fact]
    public void A_parameter_registered_after_construction_is_refused_by_name()
    {
        using var model = new NeuralTangentMlp(Width, 0.25);
        model.register_parameter("_late", new Parameter(zeros(3)));

        var refusal = Assert.Throws<InvalidOperationException>(() => model.Adam(0.002));

        Assert.Contains("'_late'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("registered by hand or after InitializeParameters", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_module_registered_after_construction_is_refused_by_name()
    {
        using var model = new NeuralTangentMlp(Width, 0.25);
        model.register_module("_late", nn.Linear(2, 3));

        Assert.Contains("'_late.", Assert.Throws<InvalidOperationException>(() => model.SGD(0.002)).Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<double> Train(nn.Module<Tensor, Tensor> model)
    {
        using var optimizer = Gauges.Optimizer(model, "Adam", ("lr", 0.002));
        return TrainingLoop.Run(model, optimizer, Regression.Of(ScalarType.Float32), seed: 0, steps: 5);
    }

    private static ModelParameterization Table(nn.Module model) => ((IParameterizedModel)model).Parameterization;

    private static (string Name, double[] Numbers)[] Buffers(nn.Module model)
    {
        var names = model.named_buffers().Select(buffer => buffer.Item1).ToArray();
        return [.. Checkpoint.Numbers(model).Where(entry => names.Contains(entry.Key)).Select(entry => (entry.Key, entry.Value))];
    }

    private static void AssertSame(IReadOnlyDictionary<string, double[]> expected, IReadOnlyDictionary<string, double[]> actual)
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, entry => Assert.Equal(entry.Value, actual[entry.Key]));
    }
}
