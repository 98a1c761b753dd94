using System.Reflection;
using System.Text.Json;

namespace Parameterize.Tool.Loading;

/// <summary>
/// Finds what a library's output leaves in NuGet's folder: the build of a library copies no package, its .deps.json only names them.
/// </summary>
internal sealed class PackageFolder
{
    private readonly Dictionary<string, string> _files = new(StringComparer.OrdinalIgnoreCase);

    private PackageFolder()
    {
    }

    public static PackageFolder Of(string assembly)
    {
        var folder = new PackageFolder();
        var dependencies = Path.ChangeExtension(assembly, ".deps.json");
        if (File.Exists(dependencies))
        {
            folder.Read(dependencies);
        }

        return folder;
    }

    public string? Find(AssemblyName name) => _files.GetValueOrDefault(name.Name ?? "");

    private static string Root => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private void Read(string dependencies)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(dependencies));
        if (!json.RootElement.TryGetProperty("targets", out var targets)
            || !json.RootElement.TryGetProperty("libraries", out var libraries))
        {
            return;
        }

        foreach (var library in targets.EnumerateObject().SelectMany(target => target.Value.EnumerateObject()))
        {
            if (!library.Value.TryGetProperty("runtime", out var files))
            {
                continue;
            }

            if (!libraries.TryGetProperty(library.Name, out var entry) || !entry.TryGetProperty("path", out var path))
            {
                continue;
            }

            foreach (var file in files.EnumerateObject())
            {
                var full = Path.Combine(Root, path.GetString()!, file.Name);
                if (File.Exists(full))
                {
                    _files.TryAdd(Path.GetFileNameWithoutExtension(file.Name), full);
                }
            }
        }
    }
}
