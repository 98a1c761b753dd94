using System.Text.Json;
using System.Text.Json.Nodes;

namespace Parameterize.Tool.Inspect;

/// <summary>
/// The symbolic table of one model, as the JSON that the user's own version of the library writes.
/// </summary>
/// <param name="Type">The class's full name.</param>
/// <param name="Caption">Name, richness and gauge in a line.</param>
/// <param name="Json">What <c>Scaling.ToJson()</c> says.</param>
internal sealed record ModelTable(string Type, string Caption, JsonObject Json)
{
    /// <summary>What the symbols are, as <c>n = width / 64</c>; empty where that is not known.</summary>
    public string Sizes { get; init; } = "";

    /// <summary>The table for a reviewer; empty where it was read from a saved one.</summary>
    public string Markdown { get; init; } = "";

    /// <summary>The verdict in a line; empty where nothing can be proved.</summary>
    public string Verdict => Text("verdict");

    /// <summary>A row per tensor, by the JSON's names.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Tensors => Rows("tensors");

    /// <summary>A row per layer: what a coordinate check will measure.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Slopes => Rows("slopes");

    /// <summary>
    /// What is proved not to hold, in words. Updates that become useless as the width grows are the kernel regime, and asked for.
    /// </summary>
    public IReadOnlyList<string> Failures =>
    [
        .. from row in Rows("verdicts")
           where row["holds"] == "false" && row["property"] != "UsefulUpdate"
           select $"{row["family"]}, r = {row["richness"]}: not {row["property"]}: {row["sentence"]}",
    ];

    private string Text(string name) => Json[name]?.GetValue<string>() ?? "";

    private IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string name) => Json[name] is not JsonArray rows ? [] :
    [
        .. rows.OfType<JsonObject>().Select(row => row.ToDictionary(
            cell => cell.Key,
            cell => cell.Value?.GetValueKind() == JsonValueKind.String ? cell.Value.GetValue<string>() : cell.Value?.ToJsonString() ?? "")),
    ];
}
