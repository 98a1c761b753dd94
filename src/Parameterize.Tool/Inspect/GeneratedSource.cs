using Parameterize.Tool.Loading;

namespace Parameterize.Tool.Inspect;

/// <summary>What the generator wrote for a model.</summary>
internal static class GeneratedSource
{
    /// <summary>The files of each model, by their names.</summary>
    /// <exception cref="UserException">There are none.</exception>
    public static IReadOnlyList<(string Name, string Text)> Of(BuiltProject project, IReadOnlyList<ModelTable> models)
    {
        if (project.Generated is { } kept && Directory.Exists(kept))
        {
            return Read(new DirectoryInfo(kept), models);
        }

        var folder = Directory.CreateTempSubdirectory("parameterize-");
        try
        {
            project.EmitGenerated(folder.FullName);
            return Read(folder, models);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (string Name, string Text)[] Read(DirectoryInfo folder, IReadOnlyList<ModelTable> models)
    {
        var files = folder.GetFiles("*.cs", SearchOption.AllDirectories).OrderBy(file => file.Name, StringComparer.Ordinal).ToArray();
        return [.. models.SelectMany(model => FilesOf(model, files)).Select(file => (file.Name, File.ReadAllText(file.FullName)))];
    }

    private static IEnumerable<FileInfo> FilesOf(ModelTable model, FileInfo[] files)
    {
        var hint = model.Type.Replace('+', '.').Split('`')[0];
        string[] names = [$"{hint}.g.cs", $"{hint}.Optimizers.g.cs"]; // what is read first comes first
        var own = names.SelectMany(name => files.Where(file => file.Name == name)).ToArray();
        return own.Length > 0 ? own : throw new UserException(
            $"The build wrote no generated file for '{model.Type}'; it wrote {string.Join(", ", files.Select(file => file.Name))}.");
    }
}
