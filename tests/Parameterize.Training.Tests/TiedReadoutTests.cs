using Parameterize.Experiments;
using Parameterize.Training.Tests.Models;
using Xunit.Abstractions;

namespace Parameterize.Training.Tests;

/// <summary>
/// A tied readout whose stream carries the embedding: at r = 1/2 it trains as predicted, below it is refused, and what it is refused for
/// shows in a model that says it were free of the embedding. Its module is never called, and it is measured all the same.
/// </summary>
[Collection("torch")]
public sealed class TiedReadoutTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.49)]
    public void A_dial_below_a_half_is_refused_by_the_constructor(double richness)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new TiedResidual(64, richness));
        Assert.Equal("richness", error.ParamName);
        Assert.Contains("'_readout' shares '_words.weight'", error.Message, StringComparison.Ordinal);
        Assert.Contains("SeesEmbedding = false", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OptimizerFamily.SgdLike)]
    [InlineData(OptimizerFamily.AdamLike)]
    public void At_a_half_it_is_measured_and_changes_as_predicted(OptimizerFamily family)
    {
        var result = CoordinateCheck.Of(width => new TiedResidual(width, 0.5))
            .Widths(64, 512).Seeds(3).Steps(10)
            .Optimizer(model => family == OptimizerFamily.AdamLike ? model.Adam(2e-3) : model.SGD(0.2)).Family(family)
            .Task(NextToken.Task)
            .RunOnAllCores();
        Print(result);

        Assert.Equal(2, result.Slopes.Count(slope => slope.Layer == "_readout"));
        Assert.All(result.Slopes, slope => Assert.True(slope.Verdict(0.1).Outcome != SlopeOutcome.Fail, slope.Verdict(0.1).Diagnosis));
    }

    [Fact]
    public void Said_to_be_free_of_the_embedding_it_shows_what_it_is_refused_for()
    {
        var result = CoordinateCheck.Of(width => new TiedAgainstAdvice(width, 0))
            .Widths(64, 512).Seeds(2).Steps(1).Optimizer(model => model.Adam(1e-3)).Task(NextToken.Task).RunOnAllCores();
        Print(result);

        var atInit = Assert.Single(result.Slopes, slope => slope.Quantity == SlopeQuantity.Output);
        Assert.InRange(atInit.Slope, 0.35, 0.6); // 1/2 of the token's own logit, where 0 is right
        Assert.Equal(SlopeOutcome.Fail, atInit.Outcome(0.1));
    }

    private void Print(CoordinateCheckResult result)
    {
        foreach (var slope in result.Slopes)
        {
            output.WriteLine(
                FormattableString.Invariant(
                    $"{slope.Layer} {slope.Quantity}: {slope.Slope:F3} +- {slope.StandardError:F3}, predicted {slope.Predicted}"));
        }
    }
}
