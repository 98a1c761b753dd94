using Parameterize.Training.Tests.Checkpoints;
using Parameterize.Training.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests;

/// <summary>Layers that scale by the place that they have in a list or a sequence, however long that is.</summary>
[Collection("torch")]
public sealed class PlaceTests
{
    private const long BaseWidth = 64;

    public static TheoryData<string, int> Depths => new()
    {
        { "placed", 0 }, { "placed", 1 }, { "placed", 2 }, { "placed", 12 }, { "looped", 0 }, { "looped", 1 }, { "looped", 2 },
        { "looped", 12 },
    };

    [Theory]
    [MemberData(nameof(Depths))]
    public void Every_tensor_has_the_row_of_its_place(string form, int depth)
    {
        using var model = Build(form, 4 * BaseWidth, 0.5, depth);
        var rows = ((IParameterizedModel)model).Parameterization.Tensors;
        Assert.Equal(model.named_parameters().Select(parameter => parameter.name), rows.Select(row => row.Name));
        Assert.Equal(
            [ParameterKind.Input, .. Enumerable.Repeat(ParameterKind.Hidden, depth), ParameterKind.Output],
            rows.Where(row => row.Name.EndsWith("weight", StringComparison.Ordinal)).Select(row => row.Kind));
    }

    [Theory]
    [InlineData("placed")]
    [InlineData("looped")]
    public void At_base_width_they_equal_plain_layers_bit_for_bit(string form)
    {
        using var plain = SeededModels.Build(7, () => new PlainMlp(BaseWidth));
        using var model = SeededModels.Build(7, () => Build(form, BaseWidth, 0.3));
        AssertSame(plain, model);
        Assert.Equal(Train(plain), Train(model));
        AssertSame(plain, model);

        static IReadOnlyList<double> Train(Module<Tensor, Tensor> model)
        {
            using var stepper = Gauges.Optimizer(model, "AdamW", ("lr", 0.005), ("weight_decay", 0.1));
            return TrainingLoop.Run(model, stepper, Regression.Of(ScalarType.Float32), seed: 0, steps: 10);
        }
    }

    /// <summary>
    /// Multipliers by place, and none at all, are two gauges of one network. Factors of n = 4 are exact, whatever the precision.
    /// </summary>
    [Theory]
    [InlineData("SGD")]
    [InlineData("Adam")]
    public void Beyond_base_width_they_train_as_members_do(string optimizer)
    {
        var member = Trajectory(() => new NeuralTangentMlp(4 * BaseWidth, 0.5));
        Assert.All(["placed", "looped"], form => Assert.All(
            Trajectory(() => Build(form, 4 * BaseWidth, 0.5)).Zip(member),
            pair => Assert.InRange(Math.Abs(pair.First - pair.Second) / pair.Second, 0, 1e-9)));

        IReadOnlyList<double> Trajectory(Func<Module<Tensor, Tensor>> build)
        {
            using var model = SeededModels.Build(11, build);
            model.to(float64);
            using var stepper = optimizer == "SGD"
                ? Gauges.Optimizer(model, "SGD", ("learningRate", 0.05), ("momentum", 0.9))
                : Gauges.Optimizer(model, "Adam", ("lr", 0.002), ("eps", 1e-4));
            return TrainingLoop.Run(model, stepper, Regression.Of(ScalarType.Float64), seed: 0, steps: 10);
        }
    }

    [Theory]
    [InlineData("placed")]
    [InlineData("looped")]
    public void They_are_saved_and_loaded(string form)
    {
        using var first = SeededModels.Build(1, () => Build(form, 128, 0.25));
        using var second = SeededModels.Build(2, () => Build(form, 128, 0.25));
        second.Load(Checkpoint.Of(first));
        AssertSame(first, second);
    }

    [Fact]
    public void A_generator_draws_all_places_anew()
    {
        Assert.All(["placed", "looped"], form =>
        {
            Assert.Equal(Drawn(form, 3), Drawn(form, 3));
            Assert.All(Drawn(form, 3).Zip(Drawn(form, 4)), pair => Assert.NotEqual(pair.First, pair.Second));
        });

        static float[] Drawn(string form, ulong seed)
        {
            using var generator = new Generator(seed);
            using var drawn = Build(form, 128, 0.25, generator: generator);
            return [.. drawn.parameters().Select(parameter => parameter.sum().item<float>())];
        }
    }

    /// <summary>A layer instead of nothing has its rows when it is there.</summary>
    [Fact]
    public void A_choice_has_a_row_when_it_is_a_layer()
    {
        using var model = new LoopedMlp(4 * BaseWidth, 0.5, skips: true);
        Assert.Equal(model.named_parameters().Select(parameter => parameter.name), model.Parameterization.Tensors.Select(row => row.Name));
        Assert.Equal(ParameterKind.Finite, model.Parameterization["_skip.weight"].Kind);
    }

    private static Module<Tensor, Tensor> Build(string form, long width, double richness, int depth = 2, Generator? generator = null) =>
        form == "placed"
            ? new PlacedMlp(width, richness, depth, generator)
            : new LoopedMlp(width, richness, depth, generator: generator);

    private static void AssertSame(Module expected, Module actual) => Assert.Equal(
        expected.parameters().Select(Numbers),
        actual.parameters().Select(Numbers));

    private static float[] Numbers(Tensor tensor) => tensor.detach().data<float>().ToArray();
}
