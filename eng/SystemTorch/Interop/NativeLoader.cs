using System.Reflection;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Finds libsystemtorch beside this assembly, and says what to install when it or libtorch is missing.</summary>
internal static class NativeLoader
{
    internal const string InstallCommand = "apt-get install -y libtorch-dev libopenblas0-pthread cmake g++";

    internal static string Message(string cause) =>
        $"SystemTorch cannot load libtorch ({cause}): run `{InstallCommand}` and build again.";

    internal static void Install() => NativeLibrary.SetDllImportResolver(typeof(NativeLoader).Assembly, (name, assembly, _) => Load(name, assembly));

    internal static nint Load(string name, Assembly assembly)
    {
        var file = $"lib{name}.so";
        var beside = Path.Combine(AppContext.BaseDirectory, file);
        var path = File.Exists(beside) ? beside : Path.Combine(Path.GetDirectoryName(assembly.Location) ?? "", file);
        try
        {
            var library = NativeLibrary.Load(path);
            UseAllCoresOnce(library);
            return library;
        }
        catch (DllNotFoundException failure)
        {
            throw new DllNotFoundException(Message(Cause(failure.Message)), failure);
        }
    }

    private static string Cause(string message) => message.Split('\n', 2)[0].Trim();

    // libtorch and OpenBLAS each start a thread per core; give both the same number, and respect OMP_NUM_THREADS.
    private static unsafe void UseAllCoresOnce(nint library)
    {
        var get = (delegate* unmanaged<int>)NativeLibrary.GetExport(library, "st_get_threads");
        var set = (delegate* unmanaged<int, int>)NativeLibrary.GetExport(library, "st_set_threads");
        _ = set(get());
    }
}
