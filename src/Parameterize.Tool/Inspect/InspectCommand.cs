using System.CommandLine;
using Parameterize.Printing;
using Parameterize.Tool.Loading;

namespace Parameterize.Tool.Inspect;

/// <summary><c>parameterize inspect</c>: how the annotated models of an assembly scale.</summary>
internal static class InspectCommand
{
    public static Command Of(Printer printer)
    {
        var path = new UserPath();
        var model = new Option<string?>("--model") { Description = "One class, with or without its namespace; all if left out." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var csv = new Option<bool>("--csv") { Description = "Print CSV, a row for each tensor." };
        var code = new Option<bool>("--code") { Description = "Print what the generator wrote; PATH has to be a project." };
        var command = new Command("inspect", "Shows each [Parameterize] model: its table of formulas, the slopes it predicts and what " +
            "is proved of it. Exit code 1 if a proof fails.");
        path.AddTo(command);
        command.Add(model);
        command.Add(json);
        command.Add(csv);
        command.Add(code);
        command.SetExplained(printer, (parsed, _) =>
        {
            CommonOptions.OneOf(parsed, json, csv);
            CommonOptions.OneOf(parsed, json, code);
            CommonOptions.OneOf(parsed, csv, code);

            var (assembly, project) = path.Resolve(parsed, printer);
            var models = ModelFinder.Read(assembly, parsed.GetValue(model));
            if (parsed.GetValue(code))
            {
                PrintCode(printer, project ?? throw new UserException(
                    $"The generated source is not in {assembly}: give the project (.csproj) for --code."), models);
                return ExitCode.Ok;
            }

            if (parsed.GetValue(json))
            {
                printer.Line(InspectReport.Json(models));
            }
            else if (parsed.GetValue(csv))
            {
                printer.Output.Write(InspectReport.Csv(models));
            }
            else
            {
                InspectReport.Print(printer, models);
            }

            return models.Any(one => one.Failures.Count > 0) ? ExitCode.Failed : ExitCode.Ok;
        });
        return command;
    }

    private static void PrintCode(Printer printer, BuiltProject project, IReadOnlyList<ModelTable> models)
    {
        foreach (var (name, text) in GeneratedSource.Of(project, models))
        {
            printer.Line($"// {name}");
            printer.Line(text.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd('\n') + "\n");
        }
    }
}
