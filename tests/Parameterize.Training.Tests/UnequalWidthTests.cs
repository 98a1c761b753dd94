using System.Globalization;
using Parameterize.Experiments;
using Parameterize.Training.Tests.Models;
using Xunit.Abstractions;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests;

/// <summary>
/// Widths that grow by different ratios, one like n and one like n^1/2. By its own learning a layer changes like q^(r - 1/2), q its own
/// ratio; besides it has what the layer below passes on, which is more where that one is narrower, so that its slope lies between the two.
/// Under SGD the gradient of a narrow layer below a wide one is a sum with random signs at first, n^-1/4, and grows to 1/q as weights
/// align: an early change between n^-1/4 and 1, as in mup itself. The output changes by 1 at every richness.
/// </summary>
[Collection("torch")]
public sealed class UnequalWidthTests(ITestOutputHelper output)
{
    public static TheoryData<string, OptimizerFamily, double> Cases
    {
        get
        {
            var cases = new TheoryData<string, OptimizerFamily, double>();
            foreach (var model in new[] { nameof(WaistMlp), nameof(FunnelMlp) })
            {
                foreach (var family in new[] { OptimizerFamily.SgdLike, OptimizerFamily.AdamLike })
                {
                    cases.Add(model, family, 0);
                    cases.Add(model, family, 0.5);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_layer_changes_by_its_own_ratio(string model, OptimizerFamily family, double richness)
    {
        var lazy = richness - 0.5;
        if (model == nameof(WaistMlp))
        {
            Check(
                width => new WaistMlp(width, Root(width), richness),
                net => family switch
                {
                    OptimizerFamily.SgdLike => net.SGD(0.1),
                    OptimizerFamily.AdamLike => net.Adam(1e-3),
                    OptimizerFamily.Spectral => net.Muon(0.02, 1e-3),
                },
                family,
                [lazy, lazy / 2, lazy / 2, 0]);
        }
        else
        {
            Check(
                width => new FunnelMlp(width, Root(width), richness),
                net => family switch
                {
                    OptimizerFamily.SgdLike => net.SGD(0.1),
                    OptimizerFamily.AdamLike => net.Adam(1e-3),
                    OptimizerFamily.Spectral => net.Muon(0.02, 1e-3),
                },
                family,
                [lazy / 2, lazy / 2, lazy / 2, 0]);
        }
    }

    /// <summary>Newton-Schulz steps over wide layers take half a minute.</summary>
    [SlowTheory]
    [InlineData(nameof(WaistMlp), 0)]
    [InlineData(nameof(WaistMlp), 0.5)]
    [InlineData(nameof(FunnelMlp), 0)]
    [InlineData(nameof(FunnelMlp), 0.5)]
    public void So_it_does_under_Muon(string model, double richness) =>
        Each_layer_changes_by_its_own_ratio(model, OptimizerFamily.Spectral, richness);

    private static long Root(long width) => (long)Math.Round(8 * Math.Sqrt(width));

    private void Check<TModel>(
        Func<long, TModel> create, Func<TModel, optim.Optimizer> optimizer, OptimizerFamily family, IReadOnlyList<double> predicted)
        where TModel : Module<Tensor, Tensor>, IParameterizedModel
    {
        var result = CoordinateCheck.Of(create)
            .Widths(64, 1024).Seeds(6).Steps(10).Optimizer(optimizer).Family(family).Task(Classification.Task).RunOnAllCores();
        var changes = result.Slopes.Where(slope => slope.Quantity is SlopeQuantity.HiddenChange or SlopeQuantity.OutputChange).ToArray();
        foreach (var slope in changes)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{slope.Layer}: {slope.Slope:F3} +- {slope.StandardError:F3}, predicted {slope.PredictedFrom:F2} "
                    + $"to {slope.Predicted:F2}"));
        }

        Assert.Equal(predicted.Count, changes.Length);
        Assert.All(changes.Zip(predicted), pair => Assert.Equal(pair.Second, pair.First.Predicted, 2));
        Assert.All(changes, slope => Assert.True(slope.Miss <= 0.1, slope.Verdict(0.1).Diagnosis));
    }
}
