using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Parameterize.Experiments.Sweeps;

/// <summary>A file that one writes and many read meanwhile, whatever names it has.</summary>
/// <remarks>
/// Outside Windows, .NET locks a file (by what it is, not by its name) against a second writer only if it is shared with nobody, and asks
/// for a lock whenever it opens one, to read as well. So a reader opens it by the system's own call, which asks for none.
/// </remarks>
internal static class SharedFile
{
    /// <summary>Opens or creates a file, as its only writer.</summary>
    /// <exception cref="IOException">Another one writes it, or it cannot be opened.</exception>
    public static FileStream OpenToWrite(string path)
    {
        var share = OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None;
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, share, bufferSize: 0);
        }
        catch (IOException error) when (error is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            throw new IOException(
                $"{path} is open elsewhere, perhaps under another name (a link): one process writes a file at a time. Give each its " +
                "own file " +
                $"(they concatenate), or wait for it. The system says: {error.Message}", error);
        }
    }

    /// <summary>All there is by now, also while it is written.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static byte[] ReadAllBytes(string path)
    {
        using var reader = OperatingSystem.IsWindows()
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite)
            : new FileStream(OpenUnlocked(path), FileAccess.Read);
        using var copy = new MemoryStream();
        reader.CopyTo(copy);
        return copy.ToArray();
    }

    private static SafeFileHandle OpenUnlocked(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no file {path}.", path);
        }

        var descriptor = Open([.. Encoding.UTF8.GetBytes(path), 0], flags: 0);
        return descriptor >= 0
            ? new SafeFileHandle(descriptor, ownsHandle: true)
            : throw new IOException($"{path} cannot be read: {Marshal.GetLastPInvokeErrorMessage()}.");
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);
}
