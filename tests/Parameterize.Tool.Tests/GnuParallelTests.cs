using Parameterize.Tool.Tests.Kit;

namespace Parameterize.Tool.Tests;

/// <summary>The recipes of docs/guides/distribution.md, as they stand there.</summary>
public sealed class GnuParallelTests
{
    [GnuParallelFact]
    public async Task Shards_run_by_gnu_parallel_merge_to_the_results_of_one_run()
    {
        await DebianPackages.Install("parallel", "parallel");
        using var recipe = new GuideRecipe("seq 4 | parallel");
        await DebianPackages.Output(recipe.Start("bash", "-eu", recipe.Script));

        Assert.Equal(await recipe.OfOneRun(), await File.ReadAllTextAsync(recipe.File("all.jsonl")));
        Assert.Contains("<svg", await File.ReadAllTextAsync(recipe.File("report.html")), StringComparison.Ordinal);
    }

    [SlowParallelFact]
    public async Task So_do_trials_that_it_runs_one_by_one()
    {
        await DebianPackages.Install("parallel", "parallel");
        using var recipe = new GuideRecipe("--plan |", "--trial {}");
        await DebianPackages.Output(recipe.Start("bash", "-eu", recipe.Script));

        string[] parts = Directory.GetFiles(Path.GetDirectoryName(recipe.Script)!, "trial-*.jsonl");
        Assert.Equal(await recipe.OfOneRun(), (await ToolRun.Of(["merge", .. parts])).Expect(0).Output);
    }

    /// <summary>Skipped, with the reason, where there is no GNU parallel.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class GnuParallelFactAttribute : FactAttribute
    {
        public GnuParallelFactAttribute() => Skip = DebianPackages.Skipped("parallel", "parallel");
    }

    /// <summary>Skipped where slow tests are not asked for.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class SlowParallelFactAttribute : FactAttribute
    {
        public SlowParallelFactAttribute() => Skip = SlowTests.Skipped("Starts 150 processes");
    }
}
