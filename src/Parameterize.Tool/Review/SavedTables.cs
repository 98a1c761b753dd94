using System.Text.Json;
using System.Text.Json.Nodes;
using Parameterize.Printing;
using Parameterize.Tool.Inspect;
using Parameterize.Tool.Loading;

namespace Parameterize.Tool.Review;

/// <summary>The tables of an assembly, a project, or a file that <c>parameterize inspect --json</c> wrote.</summary>
internal static class SavedTables
{
    /// <exception cref="UserException">It is none of these.</exception>
    public static IReadOnlyList<ModelTable> Read(string path, string configuration, string? framework, Printer printer) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? Saved(path)
            : ModelFinder.Read(UserPath.Resolve(path, configuration, framework, printer).Assembly, name: null);

    private static ModelTable[] Saved(string path)
    {
        if (!File.Exists(path))
        {
            throw new UserException($"'{path}' does not exist.");
        }

        try
        {
            return [.. JsonNode.Parse(File.ReadAllText(path))!["models"]!.AsArray().Select(model => Table(model!.AsObject()))];
        }
        catch (Exception other) when (other is JsonException or NullReferenceException or InvalidOperationException)
        {
            throw new UserException($"'{path}' is not what `parameterize inspect --json` writes.", other);
        }
    }

    private static ModelTable Table(JsonObject json) =>
        new(json["type"]!.GetValue<string>(), "", json) { Sizes = json["sizes"]?.GetValue<string>() ?? "" };
}
