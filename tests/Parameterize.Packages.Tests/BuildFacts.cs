using System.Reflection;

namespace Parameterize.Packages.Tests;

/// <summary>What the build of this project knows: where the repository is, and how it is built.</summary>
internal static class BuildFacts
{
    public static string RepositoryRoot { get; } = Value(nameof(RepositoryRoot));

    public static string Configuration { get; } = Value(nameof(Configuration));

    public static string PackageVersion { get; } = Value(nameof(PackageVersion));

    public static string PackageFolder { get; } = Value(nameof(PackageFolder));

    public static string TorchSharpVersion { get; } = Value(nameof(TorchSharpVersion));

    public static string ToolchainFramework { get; } = Value(nameof(ToolchainFramework));

    private static string Value(string key) => typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
