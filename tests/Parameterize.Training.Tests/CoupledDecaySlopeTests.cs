using System.Globalization;
using Parameterize.Experiments;
using Parameterize.Training.Tests.Models;
using TorchSharp.Modules;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace Parameterize.Training.Tests;

/// <summary>
/// With a decay that joins Adam's gradient hidden layers still change like n^(r - 1/2), if the decay follows the gradient; and not if it
/// keeps rate times decay.
/// </summary>
[Collection("torch")]
public sealed class CoupledDecaySlopeTests(ITestOutputHelper output)
{
    private const double Decay = 0.01; // of hidden weights, about what their gradients are, at base width

    [Theory]
    [InlineData(0)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    public void Layers_change_as_without_a_decay(double richness)
    {
        var slopes = Changes(richness, 512, seeds: 2, (model, decay) => model.Adam(0.005, eps: 1e-20, weight_decay: decay));

        Assert.Equal(["_embed", "_mix", "_refine", "_readout"], slopes.Keys);
        AssertExpected(slopes, richness);
    }

    [Fact]
    public void By_the_rate_they_learn_less_the_wider_they_are()
    {
        var slopes = Changes(0.5, 512, seeds: 2, ByRate);

        Assert.InRange(slopes["_mix"], -1, -0.2);
        Assert.InRange(slopes["_refine"], -1, -0.4);
        Assert.InRange(slopes["_readout"], -1.5, -0.6);
    }

    /// <summary>What docs/guides/optimizers.md shows.</summary>
    [SlowTheory]
    [InlineData(0)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    public void Wide(double richness)
    {
        var slopes = Changes(richness, 2048, seeds: 3, (model, decay) => model.Adam(0.005, eps: 1e-20, weight_decay: decay));
        var byRate = Changes(richness, 2048, seeds: 3, ByRate);

        AssertExpected(slopes, richness);
        Assert.InRange(byRate["_refine"], -1.5, richness - 0.7);
    }

    private static void AssertExpected(Dictionary<string, double> slopes, double richness) => Assert.All(slopes, slope =>
    {
        var (expected, tolerance) = slope.Key == "_readout" ? (0, 0.2) : (richness - 0.5, 0.08);
        Assert.InRange(slope.Value, expected - tolerance, expected + tolerance);
    });

    private Dictionary<string, double> Changes(double richness, long widest, int seeds, Func<DialMlp, double, Adam> optimizer)
    {
        var changes = CoordinateCheck.Of(width => new DialMlp(width, richness))
            .Widths(64, widest).Seeds(seeds).Steps(10)
            .Optimizer(model => optimizer(model, Decay))
            .Task(Classification.Task)
            .RunOnAllCores()
            .Slopes.Where(slope => slope.Quantity is SlopeQuantity.HiddenChange or SlopeQuantity.OutputChange)
            .ToArray();
        foreach (var slope in changes)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"r={richness} {slope.Layer}: {slope.Fit!.Slope:F2} +- {slope.Fit.StandardError:F2}"));
        }

        return changes.ToDictionary(slope => slope.Layer, slope => slope.Fit!.Slope);
    }

    private static Adam ByRate(DialMlp model, double decay)
    {
        var groups = model.ParameterGroups(OptimizerFamily.AdamLike).Select(group => new Adam.ParamGroup(
            group.Parameters,
            lr: 0.005 * group.LearningRate,
            eps: 1e-20,
#pragma warning disable PMZ0047 // the rule that is shown to be wrong
            weight_decay: decay * group.WeightDecay));
#pragma warning restore PMZ0047
        return optim.Adam(groups);
    }
}
