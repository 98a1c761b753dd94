using Parameterize.Tool.Tests.Kit;

namespace Parameterize.Tool.Tests;

/// <summary>The recipe of docs/guides/distribution.md, as it stands there.</summary>
public sealed class GnuParallelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [GnuParallelFact]
    public async Task Shards_run_by_gnu_parallel_merge_to_the_results_of_one_run()
    {
        var whole = _folder.File("whole.jsonl");
        var sweep = $"\"{ToolProcess.Dotnet}\" \"{ToolProcess.Tool}\" sweep \"{ToolRun.OwnAssembly}\" --experiment TinyExperiment";
        var recipe = $"seq 4 | parallel --jobs 2 '{sweep} --shard {{}}/4 --jobs 1 --output {_folder.File("part-{}.jsonl")}'";

        (await ToolProcess.Finish(ToolProcess.Start("/bin/sh", ["-c", recipe]))).Expect(0);
        (await ToolRun.Of("sweep", ToolRun.OwnAssembly, "--experiment", "TinyExperiment", "--output", whole)).Expect(0);

        string[] parts = [.. Enumerable.Range(1, 4).Select(part => _folder.File($"part-{part}.jsonl"))];
        Assert.Equal((await ToolRun.Of("merge", whole)).Output, (await ToolRun.Of(["merge", .. parts])).Expect(0).Output);
    }

    /// <summary>Skipped, with the reason, where there is no GNU parallel.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class GnuParallelFactAttribute : FactAttribute
    {
        public GnuParallelFactAttribute()
        {
            var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
            if (!folders.Any(folder => File.Exists(Path.Combine(folder, "parallel"))))
                Skip = "GNU parallel is not installed (apt-get install -y parallel).";
        }
    }
}
