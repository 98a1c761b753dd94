using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Parameterize.Experiments.Sweeps;

/// <summary>Independent work on several threads.</summary>
internal static class Spread
{
    /// <summary>Runs every item and returns the results in the order of the items.</summary>
    /// <param name="items">In the order in which they start: the most work first, so that no core waits for a long one at the end.</param>
    /// <param name="workers">How many items run at once; one runs them on the calling thread.</param>
    /// <param name="run">Called on several threads at once if there are several workers. What it throws is thrown as it is.</param>
    /// <param name="cancellation">Stops before the next item.</param>
    /// <param name="ended">Told when an item has ended and its result may be trusted, on its thread.</param>
    /// <exception cref="InvalidOperationException">
    /// One of several at once drew from the generator that they share, see <see cref="DefaultGenerator"/>.
    /// </exception>
    public static TResult[] Over<TItem, TResult>(
        IReadOnlyList<TItem> items,
        int workers,
        Func<TItem, TResult> run,
        CancellationToken cancellation,
        Action<TItem, TResult>? ended = null)
    {
        var results = new TResult[items.Count];
        var areSeveral = Math.Min(workers, items.Count) > 1;
        var options = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation };
        CollectionPause.Begin();
        try
        {
            if (areSeveral)
            {
                DefaultGenerator.Watch();
            }

            Parallel.ForEach(
                Partitioner.Create(Enumerable.Range(0, items.Count), EnumerablePartitionerOptions.NoBuffering),
                options,
                index => results[index] = CollectionPause.During(() => Run(items[index])));
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
        finally
        {
            if (areSeveral)
            {
                DefaultGenerator.Unwatch();
            }

            CollectionPause.End();
        }

        return results;

        TResult Run(TItem item)
        {
            var result = run(item);
            DefaultGenerator.LookAfterTrial();
            ended?.Invoke(item, result);
            return result;
        }
    }
}
