using System.Text;

namespace Parameterize.Charts;

/// <summary>Writes a file whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Writes UTF-8 without a mark to a file beside the target, then moves it over the target.</summary>
    public static void Write(string path, string text) => Write(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    /// <summary>
    /// The same in an encoding, and with rights on Unix that the file has before it is in its place; those of a new file if null.
    /// </summary>
    public static void Write(string path, string text, Encoding encoding, UnixFileMode? mode = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var temporary = $"{full}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllText(temporary, text, encoding);
            if (mode is { } rights && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(temporary, rights);
            }

            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
