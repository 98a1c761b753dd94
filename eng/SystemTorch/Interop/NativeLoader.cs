using System.Reflection;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Finds libsystemtorch beside this assembly, and says what to install when it or libtorch is missing.</summary>
internal static partial class NativeLoader
{
    internal const string InstallCommand = "apt-get install -y libtorch-dev libopenblas0-pthread cmake g++";

    internal static string Message(string cause) =>
        $"SystemTorch cannot load libtorch ({cause}): run `{InstallCommand}` and build again.";

    internal static void Install() =>
        NativeLibrary.SetDllImportResolver(typeof(NativeLoader).Assembly, (name, assembly, _) => name == "libc" ? 0 : Load(name, assembly));

    internal static nint Load(string name, Assembly assembly)
    {
        var file = $"lib{name}.so";
        var beside = Path.Combine(AppContext.BaseDirectory, file);
        var path = File.Exists(beside) ? beside : Path.Combine(Path.GetDirectoryName(assembly.Location) ?? "", file);
        try
        {
            WaitWithoutSpinning();
            KeepFreedPages();
            var library = NativeLibrary.Load(path);
            ShareThreads(library);
            return library;
        }
        catch (DllNotFoundException failure)
        {
            throw new DllNotFoundException(Message(Cause(failure.Message)), failure);
        }
    }

    // The runtime's advice comes first, the loader's reason last.
    private static string Cause(string message) =>
        message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1];

    // Threads that wait by spinning take the cores from those that work: ten times slower as soon as anything else runs on the machine.
    // OpenMP reads this when it is loaded; what the user has set stays.
    private static void WaitWithoutSpinning() => _ = setenv("OMP_WAIT_POLICY", "PASSIVE", overwrite: 0);

    // A step of training frees what the next one allocates again. By default glibc hands large blocks back to the kernel each time, which
    // then clears every page anew: a tenth of the time of a wide network. Up to these many bytes are kept; elsewhere there is no such call.
    private static void KeepFreedPages()
    {
        const int trimThreshold = -1, mmapThreshold = -3;
        try
        {
            _ = mallopt(mmapThreshold, 64 << 20);
            _ = mallopt(trimThreshold, 512 << 20);
        }
        catch (EntryPointNotFoundException)
        {
        }
    }

    // libtorch (a thread per physical core, or OMP_NUM_THREADS) and OpenBLAS (a thread per logical core) each have a pool of their own.
    private static unsafe void ShareThreads(nint library)
    {
        var get = (delegate* unmanaged<int>)NativeLibrary.GetExport(library, "st_get_threads");
        var set = (delegate* unmanaged<int, int>)NativeLibrary.GetExport(library, "st_set_threads");
        _ = set(get());
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);

    [LibraryImport("libc")]
    private static partial int mallopt(int parameter, int value);
}
