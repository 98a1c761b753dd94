namespace Parameterize.Experiments.Corpora;

/// <summary>The reference pack that ships with every .NET SDK: assemblies' signatures, and their documentation as XML.</summary>
/// <param name="Directory">The pack's own directory, ending in its version.</param>
/// <param name="Version">Such as <c>10.0.1</c>.</param>
/// <param name="Documentation">Its XML files in ordinal order of their names; at least one.</param>
internal sealed record ReferencePack(string Directory, string Version, IReadOnlyList<string> Documentation)
{
    public const string Name = "Microsoft.NETCore.App.Ref";

    /// <summary>The newest pack with documentation under the first root that has one.</summary>
    /// <exception cref="FileNotFoundException">No root has one.</exception>
    public static ReferencePack Newest(IEnumerable<string> roots)
    {
        var looked = new List<string>();
        foreach (var root in roots)
        {
            var packs = Path.Combine(root, "packs", Name);
            looked.Add(packs);
            if (!System.IO.Directory.Exists(packs))
            {
                continue;
            }

            var found = System.IO.Directory.GetDirectories(packs)
                .OrderByDescending(VersionOf).ThenBy(path => path, StringComparer.Ordinal)
                .Select(path => new ReferencePack(path, Path.GetFileName(path), DocumentationOf(path)))
                .FirstOrDefault(pack => pack.Documentation.Count > 0);
            if (found is not null)
            {
                return found;
            }
        }

        var where = string.Join(", ", looked.DefaultIfEmpty("any dotnet root"));
        throw new FileNotFoundException(
            $"No text to train on: no {Name} pack with XML documentation in {where}. " +
            "It comes with the .NET SDK (not with the runtime alone): install the SDK, set DOTNET_ROOT to it, or pass a text with " +
            "--corpus FILE.");
    }

    // Without its label; the second key then puts 11.0.0 before 11.0.0-rc.1.
    private static Version VersionOf(string path)
    {
        var number = Path.GetFileName(path).Split('-')[0];
        return System.Version.TryParse(number, out var version) ? version : new Version(0, 0);
    }

    private static string[] DocumentationOf(string pack)
    {
        var references = Path.Combine(pack, "ref");
        if (!System.IO.Directory.Exists(references))
        {
            return [];
        }

        return
        [
            .. System.IO.Directory.GetDirectories(references).Order(StringComparer.Ordinal)
                .SelectMany(framework => System.IO.Directory.GetFiles(framework, "*.xml"))
                .OrderBy(Path.GetFileName, StringComparer.Ordinal),
        ];
    }
}
