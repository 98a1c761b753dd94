using System.Globalization;
using Parameterize.Tool.Tests.Kit;
using Parameterize.Tool.Tests.Subjects;

namespace Parameterize.Tool.Tests;

/// <summary>The job array of docs/guides/distribution.md on a Slurm of two nodes, one of which is killed inside of a shard.</summary>
public sealed class SlurmTests : IDisposable
{
    private const string Packages = "slurm-wlm munge";
    private const int Shards = 16;
    private readonly GuideRecipe _recipe = new("#SBATCH");

    public void Dispose() => _recipe.Dispose();

    [SlurmFact]
    public async Task A_shard_whose_node_dies_goes_on_elsewhere_and_all_merge_to_the_results_of_one_run()
    {
        await DebianPackages.Install("slurmctld", Packages);
        await using var cluster = await SlurmCluster.Start();
        var submission = _recipe.Start("sbatch", "--parsable", _recipe.Script);
        submission.Environment[TinyExperiment.Pause] = "700";
        var array = (await cluster.Run(submission)).Trim();

        // The plug is pulled when a shard on the second node has a result, and before it has all.
        var shard = 0;
        await cluster.Until(async () =>
        {
            var running = await cluster.Run("squeue", "-h", "-t", "R", "-w", "node2", "-o", "%K");
            return int.TryParse(running, CultureInfo.InvariantCulture, out shard) && (await Lines(shard)).Length > 0;
        });
        Assert.Contains("CPUs=4 ", await cluster.Run("scontrol", "show", "step", $"{array}_{shard}.0"), StringComparison.Ordinal);
        cluster.Kill("node2");
        var before = await Lines(shard);
        Assert.InRange(before.Length, 1, TinyExperiment.Count / Shards - 1);

        // Slurm waits two minutes before it runs a job again whose node failed; this test does not.
        await cluster.Until(async () => (await State()).Contains("Restarts=1", StringComparison.Ordinal));
        await cluster.Run("scontrol", "update", $"JobId={array}_{shard}", "StartTime=now");
        await cluster.Until(async () => (await cluster.Run("squeue", "-h")).Length == 0);
        Assert.Contains("JobState=COMPLETED", await State(), StringComparison.Ordinal);
        Assert.Equal(before, (await Lines(shard))[..before.Length]); // what had ended was not run again

        string[] parts = [.. Enumerable.Range(1, Shards).Select(Part)];
        Assert.Equal(await _recipe.OfOneRun(), (await ToolRun.Of(["merge", .. parts])).Expect(0).Output);

        Task<string> State() => cluster.Run("scontrol", "show", "job", $"{array}_{shard}");
    }

    private string Part(int shard) => _recipe.File(Path.Combine("results", $"part-{shard}.jsonl"));

    // Whole lines, while the shard may be writing the next one: .NET would ask for a lock to read, and cat asks for none.
    private async Task<string[]> Lines(int shard) =>
        File.Exists(Part(shard)) ? (await DebianPackages.Output(new("cat", [Part(shard)]))).Split('\n')[..^1] : [];

    /// <summary>Skipped, with the reason, where slow tests are not asked for.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class SlurmFactAttribute : FactAttribute
    {
        public SlurmFactAttribute() =>
            Skip = SlowTests.Skipped($"Runs a Slurm of two nodes on this machine, and installs it (apt-get install {Packages})");
    }
}
