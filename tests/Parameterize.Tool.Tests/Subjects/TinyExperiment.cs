using Parameterize.Experiments;
using Parameterize.Experiments.Sweeps;

namespace Parameterize.Tool.Tests.Subjects;

/// <summary>An experiment that costs next to nothing and needs no libtorch, with lines long enough to be cut by a kill.</summary>
public sealed class TinyExperiment : IExperiment
{
    public const int Count = 150;

    /// <summary>The variable with which a trial takes longer than 3 ms.</summary>
    public const string Pause = "PARAMETERIZE_TINY_PAUSE";

    private const int LineNumbers = 1000;

    public string Description => "Random numbers by seed.";

    public IReadOnlyList<ExperimentTrial> Trials =>
    [
        .. from width in new[] { 1, 2, 4, 8, 16 }
           from seed in Enumerable.Range(0, Count / 5)
           let id = TrialId.Of(nameof(TinyExperiment), ("width", width), ("seed", seed))
           select new ExperimentTrial(id, _ => Run(id, width, seed)),
    ];

    public void SeedGenerators(long seed)
    {
    }

    public void UseThreads(int perTrial)
    {
    }

    private static TrialResult Run(string id, int width, int seed)
    {
        Thread.Sleep(int.TryParse(Environment.GetEnvironmentVariable(Pause), out var pause) ? pause : 3);
        var random = new Random(1000 * width + seed);
        return new TrialResult(id)
            .With("width", width)
            .With("seed", seed)
            .WithNumber("loss", random.NextDouble() / width)
            .WithSeries("noise", Enumerable.Range(0, LineNumbers).Select(_ => random.NextDouble()));
    }
}
