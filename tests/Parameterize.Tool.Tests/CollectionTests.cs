using Parameterize.Experiments.Sweeps;
using Parameterize.Tool.Tests.Kit;
using Parameterize.Tool.Tests.Subjects;

namespace Parameterize.Tool.Tests;

/// <summary>
/// The user's trials run in a load context of their own, with a second copy of the library: it is that copy which has to keep the garbage
/// collector out of steps. In a process of its own, since other tests allocate.
/// </summary>
public sealed class CollectionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_collection_comes_inside_of_a_step(bool isWritten)
    {
        var file = _folder.File("counts.jsonl");
        string[] output = isWritten ? ["--output", file] : [];

        var run = (await ToolProcess.Finish(ToolProcess.Start(
            ["sweep", ToolRun.OwnAssembly, "--experiment", nameof(CountingExperiment), "--jobs", "3", .. output]))).Expect(0);

        if (!isWritten) File.WriteAllText(file, run.Output);
        var results = ResultStore.Read(file);
        Assert.Equal(6, results.Count);
        Assert.All(results, result => Assert.Equal(0, result.Numbers[CountingExperiment.Inside]));
        Assert.All(results, result => Assert.InRange(result.Numbers[CountingExperiment.All], 10, double.MaxValue));
    }
}
