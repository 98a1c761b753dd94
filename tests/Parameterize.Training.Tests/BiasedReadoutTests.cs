using Parameterize.Experiments;
using Parameterize.Training.Tests.Models;
using Xunit.Abstractions;

namespace Parameterize.Training.Tests;

/// <summary>
/// A readout's default bias does not shrink with width, and is as large at init as all else of the output: what a check measures is the
/// output less its bias, so that a right model is called right.
/// </summary>
[Collection("torch")]
public sealed class BiasedReadoutTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    public void The_model_of_the_readme_is_not_called_wrong(double richness)
    {
        var result = CoordinateCheck.Of(width => new BiasedMlp(width, richness))
            .Widths(64, 1024).Seeds(3).Steps(10)
            .Optimizer(model => model.AdamW(lr: 3e-3, weight_decay: 0.1))
            .Task(Classification.Task)
            .RunOnAllCores();

        foreach (var slope in result.Slopes)
        {
            output.WriteLine(FormattableString.Invariant(
                $"{slope.Layer} {slope.Quantity}: {slope.Fit!.Slope:F3} +- {slope.Fit.StandardError:F3}, predicted {slope.Predicted}"));
        }

        var atInit = Assert.Single(result.Slopes, slope => slope.Quantity == SlopeQuantity.Output);
        Assert.InRange(atInit.Fit!.Slope, -richness - 0.1, -richness + 0.1);
        Assert.All(result.Slopes, slope => Assert.True(slope.Verdict(0.1).Outcome != SlopeOutcome.Fail, slope.Verdict(0.1).Diagnosis));
    }
}
