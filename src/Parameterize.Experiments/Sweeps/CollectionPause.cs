using System.Runtime;

namespace Parameterize.Experiments.Sweeps;

/// <summary>
/// Keeps the garbage collector out of libtorch's calls while trials run: it collects when all of them are between two steps.
/// </summary>
/// <remarks>
/// TorchSharp (0.107) hands libtorch the bare handle of a number that it wrapped for one call, as the 1 that <c>a + b</c> multiplies b by.
/// From there on nothing refers to the wrapper. If an allocation on another thread starts a collection meanwhile, the finalizer frees what
/// libtorch is about to read: an error about a scalar's type, a crash, or another number. The collector is one for the process, and this
/// state one for each copy of the assembly: whoever runs trials in another load context lets that one's copy spread them, see
/// <see cref="ExperimentHost.Run"/>.
/// </remarks>
internal static class CollectionPause
{
    // What may be allocated from one collection to the next; beyond it the collector no longer waits.
    private const long Budget = 128L << 20;

    // After how much of it threads begin to wait for each other. A small object may hold a large tensor.
    private const long Interval = 8L << 20;

    // A trial whose step takes longer is not waited for: the others go on, and try again after as much, then twice and four times as much.
    private static readonly TimeSpan patience = TimeSpan.FromMilliseconds(250);
    private static readonly object gate = new();
    private static int spreads;
    private static int trials;
    private static int waiting;
    private static int collections;
    private static long due;
    private static long retry;

    [ThreadStatic]
    private static bool isInTrial;

    /// <summary>Begins the pause, which ends with the last of those that began it.</summary>
    public static void Begin()
    {
        lock (gate)
        {
            if (spreads++ == 0)
            {
                Start();
            }
        }
    }

    /// <summary>The end of what <see cref="Begin"/> began.</summary>
    public static void End()
    {
        lock (gate)
        {
            if (--spreads == 0)
            {
                Stop();
            }
        }
    }

    /// <summary>Runs a trial on this thread; others collect no more until it is between steps, or over.</summary>
    public static TResult During<TResult>(Func<TResult> trial)
    {
        if (isInTrial)
        {
            return trial(); // a trial that spreads work of its own
        }

        lock (gate)
        {
            trials++;
        }

        isInTrial = true;
        try
        {
            BetweenSteps();
            return trial();
        }
        finally
        {
            isInTrial = false;
            lock (gate)
            {
                if (--trials == waiting && waiting > 0)
                {
                    Collect();
                }
            }
        }
    }

    /// <summary>Called by a trial between two calls of libtorch: collects when all others are there too, if it is time to.</summary>
    public static void BetweenSteps()
    {
        if (!isInTrial || GC.GetTotalAllocatedBytes() < Volatile.Read(ref due))
        {
            return;
        }

        lock (gate)
        {
            if (GC.GetTotalAllocatedBytes() < due)
            {
                return; // another thread was here first
            }

            if (++waiting == trials)
            {
                Collect();
                return;
            }

            var seen = collections;
            var end = DateTime.UtcNow + patience;
            while (collections == seen && end - DateTime.UtcNow is var rest && rest > TimeSpan.Zero)
            {
                Monitor.Wait(gate, rest);
            }

            if (collections != seen)
            {
                return;
            }

            waiting--;
            due = GC.GetTotalAllocatedBytes() + retry;
            retry *= 2;
        }
    }

    private static void Collect()
    {
        Stop();
        GC.Collect();
        Start();
        waiting = 0;
        collections++;
        Monitor.PulseAll(gate);
    }

    private static void Start()
    {
        var isHeld = false;
        try
        {
            isHeld = GC.TryStartNoGCRegion(Budget);
        }
        catch (Exception refused) when (refused is InvalidOperationException or ArgumentOutOfRangeException)
        {
            // The program holds the collector itself, or its heap is smaller: collections stay as they are.
        }

        retry = Interval;
        Volatile.Write(ref due, isHeld ? GC.GetTotalAllocatedBytes() + Interval : long.MaxValue);
    }

    private static void Stop()
    {
        // More was allocated than foreseen, or someone asked for a collection: then the pause is over already.
        if (due == long.MaxValue || GCSettings.LatencyMode != GCLatencyMode.NoGCRegion)
        {
            return;
        }

        try
        {
            GC.EndNoGCRegion();
        }
        catch (InvalidOperationException)
        {
            // It ended between the two lines.
        }
    }
}
