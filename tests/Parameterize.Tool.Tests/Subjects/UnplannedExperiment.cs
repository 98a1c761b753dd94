using Parameterize.Experiments;

namespace Parameterize.Tool.Tests.Subjects;

/// <summary>An experiment that cannot say what its trials are.</summary>
public sealed class UnplannedExperiment : IExperiment
{
    public string Description => "Has no plan.";

    public IReadOnlyList<ExperimentTrial> Trials => throw new InvalidOperationException("no plan");

    public void SeedGenerators(long seed)
    {
    }

    public void UseThreads(int perTrial)
    {
    }
}
