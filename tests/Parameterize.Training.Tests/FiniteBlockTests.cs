using Parameterize.Training.Tests.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests;

/// <summary>Blocks that are given a number that does not grow for a width of theirs.</summary>
[Collection("torch")]
public sealed class FiniteBlockTests
{
    private const long Width = 64;

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    public void The_table_is_that_of_the_same_layers_in_one_class(double richness)
    {
        using var blocks = new FiniteNet(Width, richness);
        using var flat = new FlatNet(Width, richness);
        foreach (var (row, other) in blocks.Parameterization.Tensors.Zip(flat.Parameterization.Tensors))
        {
            Assert.Equal(other.Kind, row.Kind);
            Assert.Equal(Numbers(other), Numbers(row), (a, b) => Math.Abs(a - b) < 1e-12 * b);
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.5)]
    public void The_symbolic_table_says_the_same(double richness)
    {
        using var model = new FiniteNet(Width, richness);
        using var programs = new FiniteProgramsNet(Width, richness);
        foreach (var (scaling, table) in new[]
        {
            (FiniteNet.Scaling, model.Parameterization), (FiniteProgramsNet.Scaling, programs.Parameterization),
        })
        {
            var symbolic = scaling.Resolve(new Dictionary<string, double> { ["n"] = Width / 16.0 }, richness);
            Assert.Equal(table.Tensors.Select(row => (row.Name, row.Kind)), symbolic.Tensors.Select(row => (row.Name, row.Kind)));
            Assert.All(
                table.Tensors.Zip(symbolic.Tensors),
                pair => Assert.Equal(Numbers(pair.Second), Numbers(pair.First), (a, b) => Math.Abs(a - b) < 1e-12 * b));
        }
    }

    [Theory]
    [InlineData(0.0, false)]
    [InlineData(0.25, true)]
    [InlineData(0.5, false)]
    [InlineData(0.5, true)]
    public void It_trains_as_the_same_layers_in_one_class_in_either_gauge(double richness, bool isAdam)
    {
        var flat = Losses(() => new FlatNet(Width, richness), model => isAdam ? model.Adam(1e-3, eps: 1e-6) : model.SGD(0.02));
        var blocks = Losses(() => new FiniteNet(Width, richness), model => isAdam ? model.Adam(1e-3, eps: 1e-6) : model.SGD(0.02));
        var programs = Losses(
            () => new FiniteProgramsNet(Width, richness), model => isAdam ? model.Adam(1e-3, eps: 1e-6) : model.SGD(0.02));
        Assert.True(flat[^1] < 0.999 * flat[0], "ten steps must have trained something");
        for (var step = 0; step < flat.Count; step++)
        {
            Assert.InRange(Math.Abs(blocks[step] - flat[step]) / flat[step], 0, 1e-9);
            Assert.InRange(Math.Abs(programs[step] - flat[step]) / flat[step], 0, 1e-9);
        }
    }

    [Fact]
    public void Alone_a_block_is_as_its_class_says()
    {
        using var block = new FiniteBlock(3, 8, 0.5);
        Assert.Equal(ParameterKind.Hidden, block.Parameterization["_in.weight"].Kind);
        Assert.Equal(3 / 8.0, block.Parameterization["_in.weight"].FanIn);
    }

    private static double[] Numbers(TensorParameterization row) =>
    [
        row.FanIn, row.FanOut, row.Multiplier, row.InitStd, row.Draw,
        row.Rule.SgdLearningRate, row.Rule.AdamLearningRate, row.Rule.SgdWeightDecay, row.Rule.AdamWeightDecay, row.Rule.Epsilon,
    ];

    private static List<double> Losses<TModel>(Func<TModel> build, Func<TModel, optim.Optimizer> optimizerOf)
        where TModel : Module<Tensor, Tensor>
    {
        set_default_dtype(ScalarType.Float64);
        try
        {
            manual_seed(3);
            using var model = build();
            using var optimizer = optimizerOf(model);
            using var x = randn(32, 3);
            using var y = x.sin()[.., ..2];
            var losses = new List<double>();
            for (var step = 0; step < 10; step++)
            {
                using var scope = NewDisposeScope();
                optimizer.zero_grad();
                var loss = functional.mse_loss(model.call(x), y);
                loss.backward();
                optimizer.step();
                losses.Add(loss.item<double>());
            }

            return losses;
        }
        finally
        {
            set_default_dtype(ScalarType.Float32);
        }
    }
}
