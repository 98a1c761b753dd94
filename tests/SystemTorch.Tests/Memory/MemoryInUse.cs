using System.Globalization;
using System.Runtime.InteropServices;

namespace SystemTorch.Tests.Memory;

/// <summary>What this process holds of memory, in bytes.</summary>
/// <remarks>
/// Resident pages alone say little of a leak: the garbage collector and glibc keep freed pages, tens of megabytes of them, and when is theirs to
/// choose. What is allocated and not freed is exact.
/// </remarks>
internal static partial class MemoryInUse
{
    /// <summary>What C and C++ have allocated and not freed: tensors and the nodes of autograd.</summary>
    public static long Native
    {
        get
        {
            var info = mallinfo2();
            return (long)(info.uordblks + info.hblkhd);
        }
    }

    /// <summary>What is reachable on the managed heap, after a full collection and its finalizers.</summary>
    public static long Managed
    {
        get
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return GC.GetTotalMemory(forceFullCollection: true);
        }
    }

    /// <summary>The pages that are in physical memory, those kept for later among them.</summary>
    public static long Resident =>
        long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize;

    [LibraryImport("libc")]
    private static partial Allocations mallinfo2();

    // glibc's struct mallinfo2; hblkhd: bytes of blocks with pages of their own, uordblks: bytes of all others in use.
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Allocations
    {
        public readonly nuint arena, ordblks, smblks, hblks, hblkhd, usmblks, fsmblks, uordblks, fordblks, keepcost;
    }
}
