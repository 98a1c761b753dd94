using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Parameterize.Benchmarks.Compilers;

/// <summary>The generators that ours is measured against: that of System.Text.Json in the SDK, and that of CommunityToolkit.Mvvm.</summary>
internal static class PeerGenerators
{
    /// <summary>Where the SDK keeps the generator of System.Text.Json.</summary>
    public static string JsonPath => Directory
        .GetFiles(Path.Combine(DotnetRoot, "packs"), "System.Text.Json.SourceGeneration.dll", SearchOption.AllDirectories)
        .OrderBy(path => path, StringComparer.Ordinal)
        .LastOrDefault()
            ?? throw new FileNotFoundException($"The .NET SDK in {DotnetRoot} has no generator of System.Text.Json in its packs.");

    /// <summary>Where the package CommunityToolkit.Mvvm keeps its generator.</summary>
    public static string MvvmPath => typeof(PeerGenerators).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "MvvmGenerator").Value!;

    /// <summary>The compiler that the SDK runs in a build.</summary>
    public static string CompilerPath => Directory
        .GetFiles(Path.Combine(DotnetRoot, "sdk"), "csc.dll", SearchOption.AllDirectories)
        .OrderBy(path => path, StringComparer.Ordinal)
        .LastOrDefault() ?? throw new FileNotFoundException($"The .NET SDK in {DotnetRoot} has no csc.dll.");

    private static string DotnetRoot { get; } = Path.GetFullPath(
        Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    /// <summary>All generators of an assembly, as a build runs them.</summary>
    public static ISourceGenerator[] Load(string path) =>
    [
        .. Assembly.LoadFrom(path).GetTypes()
            .Where(type => type.GetCustomAttribute<GeneratorAttribute>() is not null)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => Activator.CreateInstance(type)!)
            .Select(generator => generator is IIncrementalGenerator incremental
                ? incremental.AsSourceGenerator()
                : (ISourceGenerator)generator),
    ];
}
