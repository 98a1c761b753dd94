namespace TorchSharp;

/// <summary>
/// Keeps memory bounded when nobody disposes: the collector sees only small wrappers, so when the native bytes or the number of live
/// tensors have doubled since the last look, it is asked to collect and the finalisers are awaited.
/// </summary>
internal static class NativeMemoryWatch
{
    private const long MinimumBytes = 256L << 20;
    private const long MinimumTensors = 1 << 17;

    // What a tensor without data of its own still costs natively, with its node in the graph.
    private const long Overhead = 512;

    private static long liveBytes;
    private static long liveTensors;
    private static long byteLimit = MinimumBytes;
    private static long tensorLimit = MinimumTensors;
    private static int collecting;

    internal static long Tensors => Interlocked.Read(ref liveTensors);

    internal static void Created(long bytes)
    {
        var nowBytes = Interlocked.Add(ref liveBytes, bytes + Overhead);
        var nowTensors = Interlocked.Increment(ref liveTensors);
        if (nowBytes > byteLimit || nowTensors > tensorLimit)
            Collect();
    }

    internal static void Released(long bytes)
    {
        Interlocked.Add(ref liveBytes, -bytes - Overhead);
        Interlocked.Decrement(ref liveTensors);
    }

    private static void Collect()
    {
        if (Interlocked.Exchange(ref collecting, 1) != 0)
            return;
        GC.Collect();
        GC.WaitForPendingFinalizers();
        byteLimit = Math.Max(MinimumBytes, 2 * Interlocked.Read(ref liveBytes));
        tensorLimit = Math.Max(MinimumTensors, 2 * Interlocked.Read(ref liveTensors));
        Volatile.Write(ref collecting, 0);
    }
}
