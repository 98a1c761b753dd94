using System.CommandLine;
using Parameterize.Charts;
using Parameterize.Experiments.Sweeps;
using Parameterize.Printing;

namespace Parameterize.Tool.Sweep;

/// <summary><c>parameterize merge</c>: results of several machines as one file, the same bytes in whatever order they came.</summary>
internal static class MergeCommand
{
    public static Command Of(Printer printer)
    {
        var files = ResultFiles.Argument();
        var output = new Option<FileInfo?>("--output",
            "-o")
        { Description = "The file to write, whole or not at all; left out, results are printed." };
        var csv = new Option<bool>("--csv") { Description = "As CSV: settings and numbers, without series." };
        var command = new Command("merge", "Joins files of results: each trial once, in the order of the ids.") { files, output, csv };
        command.SetExplained(printer, (parsed, _) =>
        {
            var results = ResultFiles.Read(parsed.GetValue(files)!);
            var text = parsed.GetValue(csv) ? ResultCsv.Of(results) : ResultStore.ToLines(results);
            if (parsed.GetValue(output) is { } file)
            {
                AtomicFile.Write(file.FullName, text);
                printer.Error.Write(FormattableString.Invariant($"{results.Count} results: {file.FullName}\n"));
            }
            else
            {
                printer.Output.Write(text);
            }

            return ExitCode.Ok;
        });
        return command;
    }
}
