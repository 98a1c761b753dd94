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
public sealed class TransferSweep(
    IReadOnlyList<string> parametrizations,
    IReadOnlyList<long> widths,
    IReadOnlyList<double> rates,
    int seeds,
    Func<TransferTrial, CancellationToken, double> train)
{
    /// <summary>Every trial, the largest widths first, so that no core waits at the end for a long one.</summary>
    public IReadOnlyList<TransferTrial> Plan { get; } =
    [
        .. from width in widths.OrderDescending()
           from parametrization in parametrizations
           from rate in rates
           from seed in Enumerable.Range(0, seeds)
           select new TransferTrial(parametrization, width, rate, seed),
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
        ArgumentNullException.ThrowIfNull(store);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(workers);
        var missing = Plan.Where(trial => !store.Contains(trial.Id)).ToArray();
        var done = Plan.Count - missing.Length;
        var options = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation };
        Parallel.ForEach(System.Collections.Concurrent.Partitioner.Create(missing, loadBalance: true), options, trial =>
        {
            store.Append(trial.Result(train(trial, cancellation)));
            progress?.Report(new TrialProgress(Interlocked.Increment(ref done), Plan.Count, trial.ToString()));
        });

        var losses = store.Results.ToDictionary(result => result.Id, result => result.Numbers["loss"]);
        return Plan.GroupBy(trial => trial.Parametrization).ToDictionary(
            group => group.Key,
            IReadOnlyList<SweepPoint> (group) => [.. group.Select(trial => new SweepPoint(trial.Width, trial.Seed, trial.Rate, losses[trial.Id]))]);
    }
}
