using System.CommandLine;
using System.CommandLine.Help;
using Parameterize.Printing;
using Parameterize.Tool.Annotate;
using Parameterize.Tool.Check;
using Parameterize.Tool.Inspect;
using Parameterize.Tool.Plot;
using Parameterize.Tool.Review;
using Parameterize.Tool.Sweep;

namespace Parameterize.Tool;

/// <summary>The command line as a whole.</summary>
internal static class ToolCommand
{
    /// <summary>Parses, runs, and says in an exit code how it went.</summary>
    public static async Task<int> InvokeAsync(IReadOnlyList<string> arguments, Printer printer)
    {
        var parsed = Parse(arguments, printer);
        var configuration = new InvocationConfiguration
        {
            Output = printer.Output,
            Error = printer.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeSpan.FromSeconds(30), // running trials come to a point where they can stop
        };
        var code = await parsed.InvokeAsync(configuration).ConfigureAwait(false);
        return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
    }

    /// <summary>What a command line says; nothing is run.</summary>
    public static ParseResult Parse(IReadOnlyList<string> arguments, Printer printer) => Root(printer).Parse(arguments);

    // Not a RootCommand, whose name is that of the file.
    private static Command Root(Printer printer) =>
        new("parameterize", "Annotates TorchSharp models, shows how they scale, checks it by training, and runs sweeps.")
    {
        new HelpOption(),
        new VersionOption(),
        AnnotateCommand.Of(printer),
        InspectCommand.Of(printer),
        DiffCommand.Of(printer),
        LockCommand.Of(printer),
        CheckCommand.Of(printer),
        SweepCommand.Of(printer),
        MergeCommand.Of(printer),
        PlotCommand.Of(printer),
    };
}
