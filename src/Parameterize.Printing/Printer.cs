using Parameterize.Charts.Report;
using Spectre.Console;

namespace Parameterize.Printing;

/// <summary>
/// Where results and complaints go: tables with colours on a terminal, plain aligned text in a pipe. The samples print by it too.
/// </summary>
/// <param name="output">Results, and nothing else.</param>
/// <param name="error">Complaints and progress.</param>
/// <param name="isTerminal">Whether a person reads the results.</param>
/// <param name="showsProgress">Whether a person reads the progress.</param>
public sealed class Printer(TextWriter output, TextWriter error, bool isTerminal = false, bool showsProgress = false)
{
    /// <summary>What is said when a run of trials was interrupted.</summary>
    public const string Stopped = "Stopped. Finished trials are kept, and the same command goes on from there.";

    /// <summary>Results, and nothing else.</summary>
    public TextWriter Output => output;

    /// <summary>Complaints and progress.</summary>
    public TextWriter Error => error;

    /// <summary>The printer of the process: whoever reads along is told by what is redirected.</summary>
    public static Printer OfConsole() => new(Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected);

    /// <summary>Prints a line as it is.</summary>
    public void Line(string text = "") => output.Write(text + "\n");

    /// <summary>Says what is wrong.</summary>
    public void Complain(string text) => error.Write($"parameterize: {text}\n");

    /// <summary>Says what is going on; only to a person.</summary>
    public void Mention(string text)
    {
        if (showsProgress)
        {
            error.Write(text + "\n");
        }
    }

    /// <summary>Prints a table, and under it what its words mean.</summary>
    public void Table(ReportTable table)
    {
        // Formulas broken over lines cannot be read: what does not fit is for the terminal to wrap, or for `less -S`.
        if (isTerminal && Terminal(output) is var terminal && TerminalTable.WidthOf(table) <= terminal.Profile.Width)
        {
            TerminalTable.Write(terminal, table);
        }
        else
        {
            output.Write(table.ToText());
        }

        if (table.Note.Length > 0)
        {
            Line($"\n{table.Note}");
        }
    }

    /// <summary>Shows a bar on a terminal while something runs.</summary>
    public T WithProgress<T>(string what, Func<BarProgress?, T> run) => !showsProgress
        ? run(null)
        : Terminal(error).Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(),
                new RemainingTimeColumn())
            .Start(context => run(new BarProgress(what, context.AddTask(Markup.Escape(what)))));

    private static IAnsiConsole Terminal(TextWriter writer) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
}
