using Parameterize.Experiments;
using Parameterize.Experiments.Sweeps;

namespace Parameterize.Tool.Tests.Subjects;

/// <summary>Trials that leave as much garbage as training does, and count the collections that come inside a step.</summary>
public sealed class CountingExperiment : IExperiment
{
    public const string Inside = "collections inside steps";
    public const string All = "collections";
    private const int Steps = 300;

    public string Description => "Counts garbage collections.";

    public IReadOnlyList<ExperimentTrial> Trials =>
    [
        .. from seed in Enumerable.Range(0, 6)
           let id = TrialId.Of(nameof(CountingExperiment), ("seed", seed))
           select new ExperimentTrial(id, cancellation => Run(id, cancellation)),
    ];

    public void SeedGenerators(long seed)
    {
    }

    public void UseThreads(int perTrial)
    {
    }

    private static TrialResult Run(string id, CancellationToken cancellation)
    {
        var (before, inside) = (GC.CollectionCount(0), 0);
        for (var step = 0; step < Steps; step++)
        {
            TrialRun.BetweenSteps(cancellation);
            var start = GC.CollectionCount(0);
            for (var i = 0; i < 1000; i++) GC.KeepAlive(new byte[1000]);
            inside += GC.CollectionCount(0) - start;
        }

        return new TrialResult(id).WithNumber(Inside, inside).WithNumber(All, GC.CollectionCount(0) - before);
    }
}
