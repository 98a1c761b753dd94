using Microsoft.CodeAnalysis;

namespace Parameterize.Benchmarks.Compilers;

/// <summary>What a project that uses the package refers to.</summary>
internal static class References
{
    public static IReadOnlyList<string> Paths { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Parameterize.", StringComparison.Ordinal)
                || Path.GetFileName(path) == "Parameterize.dll"),
    ];

    /// <summary>The same, read once: a process of a user's reads them once too.</summary>
    public static MetadataReference[] All { get; } = [.. Paths.Select(path => MetadataReference.CreateFromFile(path))];
}
