using Parameterize.Training.Tests.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests;

/// <summary>
/// At base width the annotated model is the one that TorchSharp builds alone: the same bits, before, during and after training.
/// </summary>
[Collection("torch")]
public sealed class BaseWidthIdentityTests
{
    private const long BaseWidth = 64;

    public static TheoryData<Gauge, double, string> Cases()
    {
        var cases = new TheoryData<Gauge, double, string>();
        foreach (var gauge in Gauges.All)
        {
            foreach (var richness in new[] { 0, 0.125, 0.25, 0.3, 0.375, 0.5 })
            {
                foreach (var optimizer in new[] { "SGD", "Adam", "AdamW" })
                {
                    cases.Add(gauge, richness, optimizer);
                }
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Equals_plain_TorchSharp_bit_for_bit(Gauge gauge, double richness, string optimizer)
    {
        AssertSameTraining(gauge, richness, optimizer switch
        {
            "SGD" => new("SGD", ("learningRate", 0.05), ("momentum", 0.9), ("weight_decay", 0.01)),
            "Adam" => new("Adam", ("lr", 0.005)),
            _ => new("AdamW", ("lr", 0.005), ("weight_decay", 0.1)),
        });
    }

    /// <summary>With every optimizer, and coupled weight decay where it has one.</summary>
    [Fact]
    public void Every_optimizer_equals_TorchSharps_bit_for_bit() =>
        Assert.All([.. OptimizerCases.Symmetric, OptimizerCases.RAdam], optimizer =>
            Assert.All([Gauge.NeuralTangent, Gauge.LearningRate], gauge => AssertSameTraining(gauge, 0.3, optimizer)));

    private static void AssertSameTraining(Gauge gauge, double richness, OptimizerCase optimizer)
    {
        using var plain = SeededModels.Build(7, () => new PlainMlp(BaseWidth));
        using var scaled = SeededModels.Build(7, () => Gauges.Build(gauge, BaseWidth, richness));
        AssertSameParameters(plain, scaled);

        var plainLosses = Train(plain, optimizer);
        var scaledLosses = Train(scaled, optimizer);

        Assert.Equal(10, plainLosses.Count);
        Assert.True(plainLosses[^1] < plainLosses[0], "ten steps must have trained something");
        Assert.Equal(plainLosses, scaledLosses);
        AssertSameParameters(plain, scaled);
        var (inputs, _) = Regression.Of(ScalarType.Float32).Batch(3, 0);
        AssertSame(plain.call(inputs), scaled.call(inputs), "the output");
    }

    private static IReadOnlyList<double> Train(Module<Tensor, Tensor> model, OptimizerCase optimizer)
    {
        using var stepper = Gauges.Optimizer(model, optimizer.Factory, optimizer.Arguments);
        return TrainingLoop.Run(model, stepper, Regression.Of(ScalarType.Float32), seed: 0, steps: 10);
    }

    private static void AssertSameParameters(Module plain, Module scaled)
    {
        var expected = plain.named_parameters().ToDictionary(item => item.name, item => item.parameter);
        var actual = scaled.named_parameters().ToDictionary(item => item.name, item => item.parameter);
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        Assert.All(expected, pair => AssertSame(pair.Value, actual[pair.Key], pair.Key));
    }

    private static void AssertSame(Tensor expected, Tensor actual, string name) =>
        Assert.True(
            expected.detach().data<float>().ToArray().AsSpan().SequenceEqual(actual.detach().data<float>().ToArray()), $"{name} differs");
}
