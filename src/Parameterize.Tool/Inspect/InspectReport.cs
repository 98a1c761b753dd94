using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Parameterize.Charts.Report;
using Parameterize.Printing;

namespace Parameterize.Tool.Inspect;

/// <summary>Prints models.</summary>
internal static class InspectReport
{
    private const string AdamRate = "adamLearningRate";
    private const string SpectralRate = "spectralLearningRate";

    // As of ModelScaling.ToString().
    private static readonly (string Header, string Name)[] Columns =
    [
        ("tensor", "name"), ("kind", "kind"), ("m", "fanIn"), ("q", "fanOut"), ("M", "multiplier"), ("sigma", "initStd"),
        ("eta SGD", "sgdLearningRate"), ("eta Adam", AdamRate), ("eta Muon", SpectralRate), ("lambda SGD", "sgdWeightDecay"),
        ("lambda Adam", "adamWeightDecay"),
        ("eps", "epsilon"),
    ];

    // Readable on a terminal: as JSON, not as JSON inside HTML.
    private static readonly JsonSerializerOptions Format =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Json(IReadOnlyList<ModelTable> models) => new JsonObject
    {
        ["models"] = new JsonArray([.. models.Select(model => WithType(model))]),
    }.ToJsonString(Format);

    /// <summary>What a table calls a part of the JSON.</summary>
    public static string HeaderOf(string name) => Columns.FirstOrDefault(column => column.Name == name).Header ?? name;

    public static string Csv(IReadOnlyList<ModelTable> models) => CsvText.Of(
        ["model", .. Columns.Select(column => column.Name)],
        models.SelectMany(model => model.Tensors.Select(
            row => Columns.Select(column => row.GetValueOrDefault(column.Name, "")).Prepend(model.Type))));

    public static void Print(Printer printer, IReadOnlyList<ModelTable> models)
    {
        for (var index = 0; index < models.Count; index++)
        {
            if (index > 0)
            {
                printer.Line();
            }

            Print(printer, models[index]);
        }
    }

    private static void Print(Printer printer, ModelTable model)
    {
        printer.Line(model.Sizes.Length == 0 ? model.Caption : $"{model.Caption}, {model.Sizes}");
        printer.Line();
        var columns = Columns.Where(column => column.Name != SpectralRate || model.Tensors.Any(HasSpectralRate)).ToArray();
        var tensors = new ReportTable([.. columns.Select(column => column.Header)]);
        foreach (var row in model.Tensors)
        {
            tensors.Row([.. columns.Select((column, index) => new TableCell(row.GetValueOrDefault(column.Name, ""), Numeric: index > 1))]);
        }

        printer.Table(tensors);
        if (model.Slopes.Count > 0 && model.Verdict.Length > 0)
        {
            printer.Line("\nSlopes over width that it predicts:\n");
            var slopes = new ReportTable("layer", "output at init", "change by training");
            foreach (var row in model.Slopes)
            {
                slopes.Row(
                    row["layer"], new TableCell(Power(row["atInit"]), Numeric: true), new TableCell(Power(row["change"]), Numeric: true));
            }

            printer.Table(slopes);
        }

        if (model.Verdict.Length > 0)
        {
            printer.Line($"\nAs widths grow, {model.Verdict}.");
        }

        foreach (var failure in model.Failures)
        {
            printer.Line($"FAILS for {failure}");
        }
    }

    // As formulas in the table are written: n^-1/2, n^(r - 1/2).
    private static string Power(string exponent) => exponent switch
    {
        "0" => "1",
        "1" => "n",
        _ => exponent.Contains('r', StringComparison.Ordinal) ? $"n^({exponent})" : $"n^{exponent}",
    };

    /// <summary>Whether a spectral optimizer does not leave a tensor to an Adam-like one.</summary>
    private static bool HasSpectralRate(IReadOnlyDictionary<string, string> row) =>
        row.TryGetValue(SpectralRate, out var spectral) && spectral != row.GetValueOrDefault(AdamRate);

    private static JsonObject WithType(ModelTable model)
    {
        var json = new JsonObject { ["type"] = model.Type, ["sizes"] = model.Sizes };
        foreach (var (name, value) in model.Json)
        {
            json[name] = value?.DeepClone();
        }

        return json;
    }
}
