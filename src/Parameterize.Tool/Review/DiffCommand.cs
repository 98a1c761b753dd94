using System.CommandLine;
using System.Text.Json;
using Parameterize.Charts.Report;
using Parameterize.Printing;
using Parameterize.Tool.Loading;

namespace Parameterize.Tool.Review;

/// <summary><c>parameterize diff</c>: what changed in how models scale.</summary>
internal static class DiffCommand
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Of(Printer printer)
    {
        const string what = "an assembly (.dll), a project, or what `inspect --json` wrote (.json).";
        var old = new Argument<string>("OLD") { Description = "What was: " + what };
        var now = new Argument<string>("NEW") { Description = "What is: " + what };
        var configuration =
            new Option<string>("--configuration", "-c") { Description = "How a project is built.", DefaultValueFactory = _ => "Release" };
        var framework = new Option<string?>("--framework", "-f") { Description = "The target framework, for a project with several." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var csv = new Option<bool>("--csv") { Description = "Print CSV." };
        var command = new Command("diff", "Shows which tensors of which models scale otherwise than before. Exit code 1 if any does.")
        {
            old, now, configuration, framework, json, csv,
        };
        command.SetExplained(printer, (parsed, _) =>
        {
            CommonOptions.OneOf(parsed, json, csv);
            var differences = ScalingDifference.Between(Read(old), Read(now));
            if (parsed.GetValue(json))
            {
                printer.Line(JsonSerializer.Serialize(differences, Format));
            }
            else if (parsed.GetValue(csv))
            {
                printer.Output.Write(CsvText.Of(
                    ["model", "tensor", "what", "old", "new"],
                    differences.Select(one => new[] { one.Model, one.Tensor, one.What, one.Old, one.New })));
            }
            else
            {
                Print(printer, differences);
            }

            return differences.Count > 0 ? ExitCode.Failed : ExitCode.Ok;

            IReadOnlyList<Inspect.ModelTable> Read(Argument<string> path) =>
                SavedTables.Read(parsed.GetValue(path)!, parsed.GetValue(configuration)!, parsed.GetValue(framework), printer);
        });
        return command;
    }

    private static void Print(Printer printer, IReadOnlyList<ScalingDifference> differences)
    {
        if (differences.Count == 0)
        {
            printer.Line("All models scale as before.");
            return;
        }

        foreach (var model in differences.GroupBy(one => one.Model))
        {
            printer.Line($"{model.Key}\n");
            var table = new ReportTable("tensor", "what", "old", "new");
            foreach (var one in model)
            {
                table.Row(one.Tensor, one.What, Shown(one.Old), Shown(one.New));
            }

            printer.Table(table);
            printer.Line();
        }

        var tensors = differences.Where(one => one.Tensor.Length > 0).DistinctBy(one => (one.Model, one.Tensor)).Count();
        var models = differences.DistinctBy(one => one.Model).Count();
        printer.Line(FormattableString.Invariant($"{tensors} tensors of {models} models scale otherwise."));
    }

    private static string Shown(string text) => text.Length == 0 ? "–" : text;
}
