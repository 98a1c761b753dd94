using Parameterize.Samples.RichnessDial;

namespace Parameterize.Samples.Tests;

/// <summary>The sample at its smallest size, against the tutorial.</summary>
public sealed class RichnessDialTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parameterize-dial-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Measures_what_the_tutorial_says()
    {
        var run = new SampleRun(_folder, SampleSize.Tiny);
        using var store = run.OpenTrials();

        var results = DialStudy.Run(run, store);

        Assert.All(results.Changes.Concat(results.Norms).Concat(results.Alignments), slope =>
            Assert.True(
                slope.Miss < 0.08 + 3 * slope.Fit!.StandardError,
                $"{slope.Quantity} at r = {slope.Richness}: {slope.Fit.Slope} where {slope.Predicted} is predicted"));
        Assert.All(results.Gauges, gauge => Assert.InRange(gauge.Deviation, 0, 1e-12));
        Assert.All(results.Gauges, gauge => Assert.True(gauge.LastLoss < gauge.FirstLoss));
        var lazy = results.Drifts.Single(slope => slope.Richness == 0).Fit!.Slope;
        Assert.True(lazy < -0.4, $"The tangent kernel's drift at r = 0 goes like n^{lazy}.");
        Assert.True(lazy < results.Drifts.Single(slope => slope.Richness == 0.5).Fit!.Slope - 0.4);
    }
}
