using Parameterize.Experiments;
using Parameterize.Training.Tests.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests;

/// <summary>
/// One block class at several widths: scaled once for the base that each block has in the network, and for its own alone.
/// </summary>
[Collection("torch")]
public sealed class PyramidTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    public void At_base_width_it_is_plain_TorchSharp_bit_for_bit(double richness)
    {
        using var plain = SeededModels.Build(5, () => new PlainPyramidNet(4));
        using var scaled = SeededModels.Build(5, () => new PyramidNet(4, richness));
        Assert.Equal(plain.named_parameters().Select(one => one.name), scaled.named_parameters().Select(one => one.name));
        Assert.Equal(Values(plain), Values(scaled));
        using var plainAdam = optim.AdamW(plain.parameters(), 1e-2, weight_decay: 0.1);
        using var scaledAdam = scaled.AdamW(1e-2, weight_decay: 0.1);
        Assert.Equal(Losses(plain, plainAdam), Losses(scaled, scaledAdam));
        Assert.Equal(Values(plain), Values(scaled));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(12)]
    public void Every_ratio_is_that_of_the_network(long width)
    {
        using var model = new PyramidNet(width, 0.25);
        var n = width / 4.0;
        Assert.All(model.Parameterization.Tensors, row => Assert.True(row.FanIn == 1 || row.FanIn == n, $"{row.Name}: m = {row.FanIn}"));
        Assert.All(model.Parameterization.Tensors, row => Assert.True(row.FanOut == 1 || row.FanOut == n, $"{row.Name}: q = {row.FanOut}"));
        ShapeCheck.Of(size => new PyramidNet(size, 0.25)).Run().Assert();

        var third = model.Third.Parameterization;
        Assert.Equal(
            [2.0, n, 4 * n * 2, n], [third.Widths[0].Base / 4, third.Widths[0].Ratio, third.Widths[1].Size / 2, third.Widths[1].Ratio]);
        Assert.Equal("16 q, 8 m, 3, 3", third["_conv1.weight"].Shape!.ToString());
    }

    [Fact]
    public void The_table_is_the_same_from_inside_and_outside()
    {
        using var model = new PyramidNet(12, 0.25);
        foreach (var row in model.Third.Parameterization.Tensors)
        {
            var outside = model.Parameterization["_grow.1." + row.Name];
            Assert.Equal(
                (row.FanIn,
                    row.FanOut,
                        row.Multiplier, row.InitStd, row.Draw, row.Rule.SgdLearningRate, row.Rule.AdamLearningRate, row.Rule.Epsilon),
                (outside.FanIn, outside.FanOut, outside.Multiplier, outside.InitStd, outside.Draw,
                    outside.Rule.SgdLearningRate, outside.Rule.AdamLearningRate, outside.Rule.Epsilon));
        }

        var resolved = PyramidNet.Scaling.Resolve(new Dictionary<string, double> { ["n"] = 3 }, 0.25);
        Assert.Equal(resolved["_grow.*._conv2.weight"].Multiplier, model.Parameterization["_grow.0._conv2.weight"].Multiplier, 12);
    }

    [Fact]
    public void Each_tensor_is_scaled_once()
    {
        using var plain = SeededModels.Build(3, () => new PlainPyramidNet(12));
        using var model = SeededModels.Build(3, () => new PyramidNet(12, 0.25));
        var rows = model.Parameterization;
        foreach (var ((name, drawn), (_, scaled)) in plain.named_parameters().Zip(model.named_parameters()))
        {
            using var factor = (TorchSharp.Scalar)rows[name].Draw;
            Assert.True(drawn.mul(factor).equal(scaled).all().item<bool>(), name);
        }
    }

    [Fact]
    public void A_block_alone_has_the_base_of_its_class()
    {
        using var block = new PyramidBlock(16, 32, 0.5);
        Assert.Equal([4.0, 8.0], block.Parameterization.Widths.Select(width => width.Ratio));
        Assert.Equal(4, block.Parameterization["_conv1.weight"].FanIn);
        Assert.Equal(8, block.Parameterization["_conv1.weight"].FanOut);
    }

    [Fact]
    public void A_constructor_that_throws_leaves_blocks_that_are_right_alone()
    {
        Assert.Throws<NotSupportedException>(() => new PyramidNet(16, 0.5, fail: true));
        AssertScaledAlone(PyramidNet.Leaked!);

        // Whatever is built after it on this thread.
        using (var alone = new PyramidBlock(16, 16, 0.5))
        {
            AssertScaledAlone(alone);
        }

        using var plain = SeededModels.Build(5, () => new PlainPyramidNet(4));
        using var scaled = SeededModels.Build(5, () => new PyramidNet(4, 0.5));
        Assert.Equal(Values(plain), Values(scaled));
    }

    [Fact]
    public void Networks_and_blocks_are_built_on_several_threads_at_once()
    {
        Parallel.For(0, 24, new ParallelOptions { MaxDegreeOfParallelism = 4 }, index =>
        {
            if (index % 3 == 0)
            {
                using var block = new PyramidBlock(16, 16, 0.5);
                AssertScaledAlone(block);
            }
            else if (index % 3 == 1)
            {
                Assert.Throws<NotSupportedException>(() => new PyramidNet(16, 0.5, fail: true));
            }
            else
            {
                using var model = new PyramidNet(16, 0.5);
                Assert.Equal(4, model.Third.Parameterization["_conv1.weight"].FanIn);
                Assert.Equal(4, model.Parameterization["_grow.1._conv1.weight"].FanOut);
            }
        });
    }

    [Fact]
    public void What_a_constructor_writes_into_a_block_stays_as_what_was_drawn_there()
    {
        using var model = new PyramidNet(16, 0.5, zero: true);
        Assert.Equal(0, model.First.Norm.weight!.abs().sum().item<float>());
    }

    [Fact]
    public void What_a_constructor_multiplies_in_a_block_is_not_scaled_twice()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => new PyramidNet(16, 0.5, times: -0.5));
        Assert.Contains(
            "'_conv1.weight' of 'PyramidBlock' was scaled for its own base and multiplied since", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SGD", 0.0)]
    [InlineData("SGD", 0.5)]
    [InlineData("Adam", 0.25)]
    [InlineData("AdamW", 0.5)]
    public void Models_in_models_in_a_model_follow_one_trajectory_in_two_gauges(string optimizer, double richness)
    {
        var tangent = Trajectory(() => new TangentNest(8, richness), optimizer);
        var rate = Trajectory(() => new RateNest(8, richness), optimizer);
        Assert.True(tangent[^1] < 0.99 * tangent[0], "ten steps must have trained something");
        Assert.All(tangent.Zip(rate), pair => Assert.InRange(Math.Abs(pair.First - pair.Second) / pair.First, 0, 1e-9));
    }

    [Fact]
    public void Three_levels_have_the_ratio_of_the_outermost()
    {
        using var model = new TangentNest(12, 0.25);
        Assert.All(model.Parameterization.Tensors, row => Assert.True(row is { FanIn: 1 or 3, FanOut: 1 or 3 }, row.Name));
        Assert.Equal(12, model.Tower.Parameterization.Widths[0].Base);
        ShapeCheck.Of(width => new TangentNest(width, 0.25)).Run().Assert();

        // Alone the tower is at base 8, and its stages at 8 and 16.
        using var tower = new TangentTower(16, 0.25);
        Assert.All(tower.Parameterization.Tensors, row => Assert.True(row is { FanIn: 1 or 2, FanOut: 1 or 2 }, row.Name));
    }

    private static IReadOnlyList<double> Trajectory(Func<Module<Tensor, Tensor>> build, string optimizer)
    {
        using var model = SeededModels.Build(11, () =>
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
        });
        using var stepper = Gauges.Optimizer(
            model, optimizer, (optimizer == "SGD" ? "learningRate" : "lr", optimizer == "SGD" ? 0.05 : 0.002));
        return TrainingLoop.Run(model, stepper, Regression.Of(ScalarType.Float64), seed: 0, steps: 10);
    }

    /// <summary>M times what was drawn has the std that the rule gives at a ratio of 4: 1/sqrt(3 * 9 * 4) / sqrt(4).</summary>
    private static void AssertScaledAlone(PyramidBlock block)
    {
        var row = block.Parameterization["_conv1.weight"];
        Assert.Equal(4, row.FanIn);
        Assert.InRange(block.First.weight.std().item<float>() * row.Multiplier * Math.Sqrt(3 * 9 * 4) * 2, 0.93, 1.07);
    }

    private static float[] Values(Module model) =>
        [.. model.parameters().SelectMany(parameter => parameter.detach().flatten().data<float>().ToArray())];

    private static IReadOnlyList<float> Losses(Module<Tensor, Tensor> model, optim.Optimizer optimizer)
    {
        var losses = new List<float>();
        for (var step = 0; step < 5; step++)
        {
            using var scope = NewDisposeScope();
            using var generator = new Generator((ulong)step);
            var x = randn([4, 1, 8, 8], generator: generator);
            optimizer.zero_grad();
            var loss = functional.cross_entropy(model.call(x), randint(3, [4], ScalarType.Int64, generator: generator));
            loss.backward();
            optimizer.step();
            losses.Add(loss.item<float>());
        }

        return losses;
    }
}
