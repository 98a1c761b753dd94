using Parameterize.Experiments;
using Parameterize.Training.Tests.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests;

/// <summary>Layers inside a Sequential, which leaves no place for a forward multiplier: the rest of the rule carries the width.</summary>
[Collection("torch")]
public sealed class SequenceTests
{
    [Fact]
    public void Every_tensor_has_a_row_without_a_multiplier()
    {
        using var model = new SequentialMlp(256, 0.5);
        var rows = model.Parameterization.Tensors;
        Assert.Equal(model.named_parameters().Select(parameter => parameter.name), rows.Select(row => row.Name));
        Assert.All(rows, row => Assert.Equal(1, row.Multiplier));
        Assert.Equal(
            [ParameterKind.Input, ParameterKind.Hidden, ParameterKind.Hidden, ParameterKind.Output],
            rows.Where(row => row.Name.EndsWith("weight", StringComparison.Ordinal)).Select(row => row.Kind));
    }

    [Fact]
    public void A_generator_draws_them_all_anew()
    {
        using var model = new SequentialMlp(128, 0.25);
        using var again = new SequentialMlp(128, 0.25);
        Assert.All(
            model.parameters().Zip(again.parameters()),
            pair => Assert.False(pair.First.allclose(pair.Second)));
        Assert.Equal(Drawn(3), Drawn(3));
        Assert.NotEqual(Drawn(3), Drawn(4));

        static float[] Drawn(ulong seed)
        {
            using var generator = new Generator(seed);
            using var drawn = new SequentialMlp(128, 0.25, generator);
            return [.. drawn.parameters().Select(parameter => parameter.sum().item<float>())];
        }
    }

    /// <summary>What a check finds in a sequence is what it finds in the same layers as members.</summary>
    [Theory]
    [InlineData("SGD")]
    [InlineData("Adam")]
    public void They_change_as_members_do(string optimizer)
    {
        var slopes = Slopes(width => new SequentialMlp(width, 0.25));
        Assert.Equal(["_net.embed", "_net.inner.0", "_net.inner.2", "_net.readout"], slopes.Select(slope => slope.Layer).Distinct());
        Assert.All(slopes.Zip(Slopes(width => new NeuralTangentMlp(width, 0.25))), pair =>
        {
            Assert.Equal(pair.Second.Quantity, pair.First.Quantity);
            Assert.Equal(pair.Second.Predicted, pair.First.Predicted);
            Assert.Equal(pair.Second.Fit!.Slope, pair.First.Fit!.Slope, 0.01);
        });

        IReadOnlyList<CoordinateSlope> Slopes<TModel>(Func<long, TModel> build)
            where TModel : Module<Tensor, Tensor>, IParameterizedModel => CoordinateCheck.Of(build)
            .Widths(64, 512).Seeds(2).Steps(5)
            .Optimizer(model => Gauges.Optimizer(model, optimizer, (optimizer == "SGD" ? "learningRate" : "lr", 0.01)))
            .Task(Classification.Task)
            .RunOnAllCores().Slopes;
    }
}
