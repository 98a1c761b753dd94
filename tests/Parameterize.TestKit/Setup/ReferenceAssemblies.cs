using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace Parameterize.TestKit.Setup;

/// <summary>What test sources are compiled against.</summary>
public static class ReferenceAssemblies
{
    private const string Pack = "Microsoft.NETCore.App.Ref";
    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyFramework = new(LoadFramework);

    /// <summary>
    /// The reference assemblies of the running framework. The SDK's targeting pack is what users compile against; implementation
    /// assemblies (the fall-back on a machine with a runtime only) hold more types and would let a test pass that users could not build.
    /// </summary>
    public static ImmutableArray<MetadataReference> Framework => LazyFramework.Value;

    /// <summary>The framework and the assemblies that hold the given types.</summary>
    public static ImmutableArray<MetadataReference> FrameworkAnd(params Type[] types) =>
        [.. Framework, .. types.Select(t => Of(t.Assembly)).DistinctBy(r => r.Display, StringComparer.Ordinal)];

    /// <summary>A reference to a loaded assembly.</summary>
    public static MetadataReference Of(Assembly assembly) => MetadataReference.CreateFromFile(assembly.Location);

    private static ImmutableArray<MetadataReference> LoadFramework() =>
    [
        .. (TargetingPack(DotnetRoot()) ?? Trusted())
            .Order(StringComparer.Ordinal)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // {root}/shared/Microsoft.NETCore.App/{version}/ is where the running framework lies.
    private static string DotnetRoot() =>
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    internal static IEnumerable<string>? TargetingPack(string dotnetRoot)
    {
        var packs = new DirectoryInfo(Path.Combine(dotnetRoot, "packs", Pack));
        if (!packs.Exists)
            return null;

        var framework = string.Create(CultureInfo.InvariantCulture, $"net{Environment.Version.Major}.{Environment.Version.Minor}");
        var newest = packs.EnumerateDirectories()
            .Select(d => (Version: Version.TryParse(d.Name.Split('-')[0], out var v) ? v : new Version(0, 0), Directory: d))
            .OrderByDescending(p => p.Version)
            .Select(p => Path.Combine(p.Directory.FullName, "ref", framework))
            .FirstOrDefault(Directory.Exists);
        return newest is null ? null : Directory.EnumerateFiles(newest, "*.dll");
    }

    private static IEnumerable<string> Trusted() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? throw new InvalidOperationException("No references found."))
        .Split(Path.PathSeparator)
        .Where(path => path.StartsWith(RuntimeEnvironment.GetRuntimeDirectory(), StringComparison.Ordinal));
}
