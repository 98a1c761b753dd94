namespace Parameterize.Experiments;

/// <summary>
/// Learning-rate transfer: trains every width at every rate with every seed. Where the best rate does not move with width, a rate
/// found on a small model serves the large one (Yang et al., arXiv 2203.03466, figure 1).
/// </summary>
/// <param name="parametrizations">How the model is parametrized: names.</param>
/// <param name="widths">The widths.</param>
/// <param name="rates">The base learning rates.</param>
/// <param name="seeds">How many seeds.</param>
/// <param name="train">
/// Trains one model and returns its loss, NaN if it diverged. Runs on several threads at once: build models by
/// <see cref="SeededModels"/>.
/// </param>
/// <param name="name">
/// What tells this sweep from others in one store, with which the ids of its trials begin: say in it what else a loss depends on, such as
/// the number of steps and the task.
/// </param>
public sealed class TransferSweep(
    IReadOnlyList<string> parametrizations,
    IReadOnlyList<long> widths,
    IReadOnlyList<double> rates,
    int seeds,
    Func<TransferTrial, CancellationToken, double> train,
    string name = "transfer")
{
    /// <summary>Every trial, the largest widths first, so that no core waits at the end for a long one.</summary>
    public IReadOnlyList<TransferTrial> Plan { get; } =
    [
        .. from width in widths.OrderDescending()
           from parametrization in parametrizations
           from rate in rates
           from seed in Enumerable.Range(0, seeds)
           select new TransferTrial(parametrization, width, rate, seed) { Experiment = name },
    ];

    /// <summary>Runs the trials that the store does not hold yet, and returns all.</summary>
    /// <param name="store">Where results are kept; a run that was killed goes on from there.</param>
    /// <param name="workers">How many trials run at once.</param>
    /// <param name="progress">Told after each trial.</param>
    /// <param name="cancellation">Stops after the running trials.</param>
    /// <returns>The points of each parametrization.</returns>
    public IReadOnlyDictionary<string, IReadOnlyList<SweepPoint>> Run(
        ResultStore store, int workers, IProgress<TrialProgress>? progress = null, CancellationToken cancellation = default)
    {
        var results = TrialRun.Of(
            store, Plan, trial => trial.Id, (trial, token) => trial.Result(train(trial, token)), workers, progress, cancellation);
        return Plan.Zip(results).GroupBy(pair => pair.First.Parametrization).ToDictionary(
            group => group.Key,
            IReadOnlyList<SweepPoint> (group) =>
                [.. group.Select(pair => new SweepPoint(pair.First.Width, pair.First.Seed, pair.First.Rate, pair.Second.Numbers["loss"]))]);
    }
}
