using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Parameterize.Experiments;

/// <summary>Independent work on several threads.</summary>
internal static class Spread
{
    /// <summary>Runs every item and returns the results in the order of the items.</summary>
    /// <param name="items">From the least work to the most. With several workers the last start first, so that no core waits for a long one.</param>
    /// <param name="workers">How many items run at once; one runs them in their order on the calling thread.</param>
    /// <param name="run">Called on several threads at once if there are several workers. What it throws is thrown as it is.</param>
    /// <param name="cancellation">Stops before the next item.</param>
    public static TResult[] Over<TItem, TResult>(
        IReadOnlyList<TItem> items, int workers, Func<TItem, TResult> run, CancellationToken cancellation)
    {
        var results = new TResult[items.Count];
        var order = Enumerable.Range(0, items.Count);
        var options = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation };
        try
        {
            Parallel.ForEach(
                Partitioner.Create(workers == 1 ? order : order.Reverse(), EnumerablePartitionerOptions.NoBuffering),
                options,
                index => results[index] = run(items[index]));
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }

        return results;
    }
}
