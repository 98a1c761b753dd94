using Parameterize.Experiments.Corpora;
using Parameterize.Samples.RandomFeatures;

namespace Parameterize.Samples.Tests;

/// <summary>The sample at its smallest size, against the theory.</summary>
public sealed class RandomFeaturesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parameterize-features-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Draws_err_as_the_theory_says()
    {
        var run = new SampleRun(_folder, SampleSize.Tiny);
        using var store = run.OpenTrials();
        var study = StudyProgress.Of(run, "draws", progress => new SyntheticStudy(run).Run(store, progress, CancellationToken.None));

        Assert.All(study.Points, point => Assert.InRange(Math.Abs(point.Deviation), 0, 0.02 + 3 * point.DeviationError));
        Assert.True(Math.Abs(study.Points.Average(point => point.Deviation)) < 0.03);
        Assert.All(Tables.Tuned(study).Rows, row => Assert.NotEqual("no", row[^1].Text));
    }

    [Fact]
    public void The_annotated_model_errs_as_the_theory_says_at_one_ridge_for_all_widths()
    {
        var run = new SampleRun(_folder, SampleSize.Tiny);
        using var store = run.OpenTrials();
        using var pool = TextPool.Of(CharacterCorpus.FromReferencePacks(), 400);
        var points = StudyProgress.Of(run, "text", progress => TextStudy.Run(pool, run, store, progress));

        Assert.All(
            points, point => Assert.InRange(Math.Abs(point.Deviation), 0, 0.05 + 3 * point.Test.StandardError / point.Predicted.TestError));
    }
}
