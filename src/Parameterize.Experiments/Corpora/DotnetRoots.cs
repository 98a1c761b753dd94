using System.Runtime.InteropServices;

namespace Parameterize.Experiments.Corpora;

/// <summary>Directories in which a dotnet installation may lie, likeliest first.</summary>
internal static class DotnetRoots
{
    /// <summary>
    /// DOTNET_ROOT, the dotnet that runs this process, the runtime's own place, dotnet on the PATH. Without repetition; may not exist.
    /// </summary>
    public static IEnumerable<string> Candidates() => All().OfType<string>().Distinct(StringComparer.Ordinal);

    private static IEnumerable<string?> All()
    {
        yield return NullIfEmpty(Environment.GetEnvironmentVariable("DOTNET_ROOT"));

        var process = Environment.ProcessPath;
        if (Path.GetFileNameWithoutExtension(process) == "dotnet")
        {
            yield return DirectoryOfLink(process!);
        }

        // <root>/shared/Microsoft.NETCore.App/<version>/
        yield return Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        foreach (var directory in (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            var muxer = Path.Combine(directory, name);
            if (File.Exists(muxer))
            {
                yield return DirectoryOfLink(muxer);
            }
        }
    }

    // /usr/bin/dotnet is a link into the installation.
    private static string? DirectoryOfLink(string path)
    {
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        return Path.GetDirectoryName(target);
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
