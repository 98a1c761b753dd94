using Parameterize.Charts.Report;
using Parameterize.Experiments.Sweeps;
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

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

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
        if (isTerminal)
        {
            Show(table, Terminal(output));
            return;
        }

        output.Write(table.ToText());
        if (table.Note.Length > 0)
        {
            Line($"\n{table.Note}");
        }
    }

    private void Show(ReportTable table, IAnsiConsole terminal)
    {
        var width = terminal.Profile.Width;
        if (TerminalTable.WidthOf(table) > width && NarrowTable.WidthOfText(table) <= width)
        {
            output.Write(table.ToText());
        }
        else
        {
            foreach (var part in NarrowTable.Parts(table, width, TerminalTable.WidthOf))
            {
                TerminalTable.Write(terminal, part);
            }
        }

        if (table.Note.Length > 0)
        {
            Line();
            terminal.WriteLine(table.Note); // wraps between words
        }
    }

    /// <summary>Shows a bar on a terminal while something runs.</summary>
    public T WithProgress<T>(string what, Func<BarProgress?, T> run) => !showsProgress
        ? run(null)
        : Terminal(error).Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(),
                new RemainingTimeColumn())
            .Start(context => run(new BarProgress(what, context.AddTask(Markup.Escape(what)))));

    /// <summary>The same for whoever reads along or not: a bar on a terminal, else a line every some seconds.</summary>
    public T WithSpokenProgress<T>(string what, Func<IProgress<TrialProgress>, T> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (showsProgress)
        {
            return WithProgress(what, bar => run(bar!));
        }

        using var spoken = new SpokenProgress(error, what, Interval);
        return run(spoken);
    }

    /// <summary>How a terminal is drawn on; without colours where NO_COLOR is set to anything (no-color.org).</summary>
    /// <param name="writer">The terminal.</param>
    /// <param name="environment">A variable of the environment by its name.</param>
    internal static AnsiConsoleSettings Settings(TextWriter writer, Func<string, string?> environment) => new()
    {
        Out = new AnsiConsoleOutput(writer),
        ColorSystem = string.IsNullOrEmpty(environment("NO_COLOR")) ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
    };

    private static IAnsiConsole Terminal(TextWriter writer) =>
        AnsiConsole.Create(Settings(writer, Environment.GetEnvironmentVariable));
}
