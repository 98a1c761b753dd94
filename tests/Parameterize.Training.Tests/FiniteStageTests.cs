using System.Globalization;
using Parameterize.Experiments;
using Parameterize.Training.Tests.Models;
using Xunit.Abstractions;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests;

/// <summary>
/// Behind an inner stage of fixed size features move by 1 at every richness, and by r - 1/2 in front of it: as generated code trains, and
/// as the class's table says.
/// </summary>
[Collection("torch")]
public sealed class FiniteStageTests(ITestOutputHelper output)
{
    public static TheoryData<OptimizerFamily, double> Cases => new()
    {
        { OptimizerFamily.AdamLike, 0 },
        { OptimizerFamily.AdamLike, 0.25 },
        { OptimizerFamily.AdamLike, 0.5 },
        { OptimizerFamily.SgdLike, 0 },
        { OptimizerFamily.SgdLike, 0.25 },
        { OptimizerFamily.SgdLike, 0.5 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Behind_a_latent_features_move_at_every_richness(OptimizerFamily family, double richness) => Check(
        width => new LatentNetwork(width, richness),
        model => family == OptimizerFamily.AdamLike ? model.Adam(2e-3) : model.SGD(0.2),
        family,
        behind: ["_expand", "_decode"]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Behind_a_router_features_move_at_every_richness(OptimizerFamily family, double richness) => Check(
        width => new RoutedNetwork(width, richness),
        model => family == OptimizerFamily.AdamLike ? model.Adam(2e-3) : model.SGD(0.2),
        family,
        behind: ["_mix"]);

    [Theory]
    [InlineData(0)]
    [InlineData(0.25)]
    public void What_reads_a_latent_moves_as_it_does_in_no_kernel_regime(double richness)
    {
        var result = Run(width => new LatentNetwork(width, richness), model => model.Adam(2e-3), OptimizerFamily.AdamLike);
        Assert.InRange(Change("_embed"), richness - 0.6, richness - 0.4);
        Assert.InRange(Change("_latent"), -0.2, 0.1);
        Assert.InRange(Change("_expand"), -0.2, 0.1);

        double Change(string layer) => Assert.Single(
            result.Slopes,
            slope => slope.Layer == layer && (slope.Quantity is SlopeQuantity.HiddenChange or SlopeQuantity.OutputChange)).Slope;
    }

    [Fact]
    public void The_verdict_says_so_and_does_not_call_the_class_lazy()
    {
        Assert.Equal(
            "stable, nontrivial, maximal at every richness: features move behind `_latent` at every richness, in front of it they move "
                + "at 1/2 alone",
            LatentNetwork.Scaling.Verdict());
        Assert.Contains("behind `_router`", RoutedNetwork.Scaling.Verdict(), StringComparison.Ordinal);
    }

    private void Check<TModel>(Func<long, TModel> build, Func<TModel, optim.Optimizer> optimizer, OptimizerFamily family, string[] behind)
        where TModel : Module<Tensor, Tensor>, IParameterizedModel
    {
        var result = Run(build, optimizer, family);
        Assert.All(result.Slopes, slope => Assert.True(slope.Verdict(0.1).Outcome != SlopeOutcome.Fail, slope.Verdict(0.1).Diagnosis));
        Assert.All(
            result.Slopes.Where(slope => slope.Quantity == SlopeQuantity.HiddenChange),
            slope => Assert.Equal(behind.Contains(slope.Layer) ? 0 : result.Richness - 0.5, slope.Predicted));
    }

    private CoordinateCheckResult Run<TModel>(Func<long, TModel> build, Func<TModel, optim.Optimizer> optimizer, OptimizerFamily family)
        where TModel : Module<Tensor, Tensor>, IParameterizedModel
    {
        var result = CoordinateCheck.Of(build)
            .Widths(64, 1024).Seeds(3).Steps(10).Optimizer(optimizer).Family(family).Task(Classification.Task).RunOnAllCores();
        foreach (var slope in result.Slopes)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{slope.Layer} {slope.Quantity}: {slope.Slope:F3} +- {slope.StandardError:F3}, predicted {slope.PredictedFrom} "
                    + $"to {slope.Predicted}"));
        }

        return result;
    }
}
