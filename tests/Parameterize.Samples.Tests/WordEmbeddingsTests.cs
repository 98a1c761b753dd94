using Parameterize.Samples.WordEmbeddings;

namespace Parameterize.Samples.Tests;

/// <summary>The sample at its smallest size, against the closed form.</summary>
public sealed class WordEmbeddingsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parameterize-words-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Modes_follow_the_closed_form_at_every_width()
    {
        var run = new SampleRun(_folder, SampleSize.Tiny);
        using var store = run.OpenTrials();
        using var task = Demo.Task(run);

        Assert.All(Demo.Learn(run, store, task), learned => Assert.All(Enumerable.Range(0, learned.Modes.Count), mode =>
        {
            Assert.InRange(learned.FinalMiss(mode), -0.05, 0.05);
            Assert.InRange(learned.Miss(mode), 0, 0.05);
            Assert.Equal(Math.Sqrt(task.Eigenvalues[mode]), learned.SingularValues[mode], 0.1 * learned.SingularValues[mode]);
        }));
    }
}
