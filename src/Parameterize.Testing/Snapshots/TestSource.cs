using System.Text.RegularExpressions;

namespace Parameterize.Testing.Snapshots;

/// <summary>
/// Finds the folder of a test's source. A deterministic CI build writes <c>/_/tests/X/Y.cs</c> for the caller's path instead of the real
/// one; the repository is then looked for above the running assembly.
/// </summary>
internal static partial class TestSource
{
    // What stands at the root of a repository, where '/_/' of a deterministic build points.
    private static readonly string[] RootMarkers = ["*.sln", "*.slnx", "Directory.Packages.props", ".git"];

    /// <summary>The source file on this machine.</summary>
    public static string Resolve(string callerFilePath, string? startDirectory = null)
    {
        var mapped = MappedPrefix().Match(callerFilePath);
        if (!mapped.Success || File.Exists(callerFilePath))
        {
            return callerFilePath;
        }

        var relative = callerFilePath[mapped.Length..].Replace('/', Path.DirectorySeparatorChar);
        for (var folder = new DirectoryInfo(startDirectory ?? AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, relative);
            if (File.Exists(candidate) && RootMarkers.Any(marker => folder.EnumerateFileSystemInfos(marker).Any()))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException(
            $"'{callerFilePath}' is a path of a deterministic build, and no folder above '{startDirectory ?? AppContext.BaseDirectory}' "
            + $"holds both {string.Join(" or ", RootMarkers)} and that file. Build with -p:DeterministicSourcePaths=false.");
    }

    /// <summary>The class by the rule one test class, one file: <c>Tests.cs</c>, or <c>Tests.Part.cs</c> for a part of it.</summary>
    public static string ClassOf(string path) => Path.GetFileName(path.Replace('\\', '/')).Split('.')[0];

    // '/_/' for the first source root, '/_1/' and so on for further ones (submodules).
    [GeneratedRegex(@"^[/\\]_[0-9]*[/\\]", RegexOptions.CultureInvariant)]
    private static partial Regex MappedPrefix();
}
