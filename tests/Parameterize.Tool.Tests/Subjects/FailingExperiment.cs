using Parameterize.Experiments;
using Parameterize.Experiments.Sweeps;

namespace Parameterize.Tool.Tests.Subjects;

/// <summary>An experiment whose second trial throws.</summary>
public sealed class FailingExperiment : IExperiment
{
    public string Description => "Fails.";

    public IReadOnlyList<ExperimentTrial> Trials =>
    [
        new("FailingExperiment/seed=0", _ => new TrialResult("FailingExperiment/seed=0")),
        new("FailingExperiment/seed=1", _ => throw new InvalidOperationException("no luck")),
    ];

    public void SeedGenerators(long seed)
    {
    }

    public void UseThreads(int perTrial)
    {
    }
}
