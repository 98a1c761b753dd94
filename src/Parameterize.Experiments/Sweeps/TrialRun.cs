using Parameterize.Experiments.Training;

namespace Parameterize.Experiments.Sweeps;

/// <summary>Runs a list of independent trials that a store does not hold yet: what every resumable experiment does.</summary>
public static class TrialRun
{
    /// <summary>Runs what is missing, writes each result when its trial ends, and returns the results of the whole list.</summary>
    /// <typeparam name="TTrial">What tells trials apart.</typeparam>
    /// <param name="store">Where results are kept; a run that was killed or cancelled goes on from there.</param>
    /// <param name="trials">The list; the order in which they start.</param>
    /// <param name="id">The stable name of a trial, see <see cref="TrialId"/>.</param>
    /// <param name="run">
    /// Runs one trial; its result bears that name. Called on several threads at once if there are several workers.
    /// </param>
    /// <param name="workers">
    /// How many trials run at once. One has libtorch's default generator for itself, seeded by its id; several may draw from it only while
    /// <see cref="SeededModels"/> builds a model.
    /// </param>
    /// <param name="progress">Told after each trial.</param>
    /// <param name="cancellation">Stops before the next trial; what has ended is kept.</param>
    /// <returns>One result per trial, in the order of the list.</returns>
    /// <exception cref="InvalidOperationException">One of several trials at once drew from what they share.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; what a trial throws is thrown as it is.</exception>
    public static IReadOnlyList<TrialResult> Of<TTrial>(
        ResultStore store,
        IReadOnlyList<TTrial> trials,
        Func<TTrial, string> id,
        Func<TTrial, CancellationToken, TrialResult> run,
        int workers = 1,
        IProgress<TrialProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(trials);
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(workers);
        cancellation.ThrowIfCancellationRequested();
        var missing = trials.Where(trial => !store.Contains(id(trial))).ToArray();
        var done = trials.Count - missing.Length;
        progress?.Report(new TrialProgress(done, trials.Count, ""));
        Spread.Over(missing, workers, Run, cancellation, Keep);
        var results = store.Results.ToDictionary(result => result.Id, StringComparer.Ordinal);
        return [.. trials.Select(trial => results[id(trial)])];

        TrialResult Run(TTrial trial)
        {
            if (workers == 1)
            {
                DefaultGenerator.SeedFor(id(trial));
            }

            return run(trial, cancellation);
        }

        void Keep(TTrial trial, TrialResult result)
        {
            store.Append(result);
            progress?.Report(new TrialProgress(Interlocked.Increment(ref done), trials.Count, id(trial)));
        }
    }

    /// <summary>
    /// What a trial with a loop of its own calls between two steps (<see cref="TrainingLoop"/> does so itself): stops if the run is
    /// cancelled, and lets the garbage collector run here, rather than while another trial is inside of a call to libtorch, where
    /// TorchSharp 0.107 loses numbers to it. Elsewhere than in a trial it only looks whether to stop.
    /// </summary>
    /// <param name="cancellation">That of the run.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static void BetweenSteps(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        CollectionPause.BetweenSteps();
    }
}
