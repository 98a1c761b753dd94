using System.CommandLine;
using Parameterize.Printing;
using Parameterize.Tool.Sweep;

namespace Parameterize.Tool.Plot;

/// <summary><c>parameterize plot</c>: results as a page with charts.</summary>
internal static class PlotCommand
{
    public static Command Of(Printer printer)
    {
        var files = ResultFiles.Argument();
        var output = new Option<FileInfo>("--output", "-o")
        {
            Description = "The page to write.",
            DefaultValueFactory = _ => new FileInfo("report.html")
        };
        var title = new Option<string?>("--title") { Description = "The page's title." };
        var command = new Command("plot", "Draws results: loss over learning rate with the best rates marked, or each number over what " +
            "was varied.") { files, output, title };
        command.SetExplained(printer, (parsed, _) =>
        {
            var results = ResultFiles.Read(parsed.GetValue(files)!);
            if (results.Count == 0)
            {
                throw new UserException("There is no result in these files, so nothing to draw.");
            }

            var page = ResultPage.Of(results, parsed.GetValue(title),
                $"parameterize plot {string.Join(' ', parsed.GetValue(files)!.Select(file => file.ToString()))}");
            page.Write(parsed.GetValue(output)!.FullName);
            printer.Error.Write(FormattableString.Invariant($"{results.Count} results drawn: {parsed.GetValue(output)!.FullName}\n"));
            return ExitCode.Ok;
        });
        return command;
    }
}
