using System.CommandLine;
using Parameterize.Charts.Report;
using Parameterize.Experiments;
using Parameterize.Experiments.Corpora;
using Parameterize.Experiments.Sweeps;
using Parameterize.Printing;

namespace Parameterize.Samples;

/// <summary>What a sample is asked to do.</summary>
/// <param name="Output">The folder of report and trials.</param>
/// <param name="Size">How much of it.</param>
/// <param name="Cancellation">Stops running trials between two steps; what has ended is kept.</param>
public sealed record SampleRun(DirectoryInfo Output, SampleSize Size, CancellationToken Cancellation = default)
{
    private bool _isAfterTable;

    /// <summary>The command line; null for a run without.</summary>
    public ParseResult? Arguments { get; init; }

    /// <summary>Where models train, and in which element type.</summary>
    public Placement Placement { get; init; } = Placement.AsBuilt;

    /// <summary>The command that makes the same report again; empty for a run without a command line.</summary>
    public string Command { get; init; } = "";

    /// <summary>Where results and progress go.</summary>
    public Printer Printer { get; } = Printer.OfConsole();

    /// <summary>A file in the folder.</summary>
    public string File(string name) => Path.Combine(Output.FullName, name);

    /// <summary>One of three values, by size.</summary>
    public T Pick<T>(T tiny, T standard, T full) => Size switch
    {
        SampleSize.Tiny => tiny,
        SampleSize.Full => full,
        _ => standard,
    };

    /// <summary>What the command line says of an option that the sample has; its default without a command line.</summary>
    public T? Asked<T>(Option<T> option) => Arguments is null ? default : Arguments.GetValue(option);

    /// <summary>The text that --corpus names, else the SDK's XML documentation.</summary>
    /// <param name="minimumCharacters">How much of the documentation at least.</param>
    public CharacterCorpus ReadText(long minimumCharacters = 1_000_000) => Asked(SampleOptions.Corpus) is { } file
        ? CharacterCorpus.FromFile(file.FullName)
        : CharacterCorpus.FromReferencePacks(minimumCharacters);

    /// <summary>Opens the store of trials, which is the same whatever the size.</summary>
    public ResultStore OpenTrials()
    {
        Output.Create();
        return ResultStore.Open(File("trials.jsonl"));
    }

    /// <summary>Prints a line; as it is, without wrapping. One blank line is enough after a table.</summary>
    public void Say(string line)
    {
        Printer.Line(_isAfterTable ? line.TrimStart('\n') : line);
        _isAfterTable = false;
    }

    /// <summary>Prints a table under its title.</summary>
    public void Print(string title, ReportTable table)
    {
        if (!_isAfterTable)
        {
            Printer.Line();
        }

        Printer.Line($"{title}\n");
        Printer.Table(table);
        Printer.Line();
        _isAfterTable = true;
    }

    /// <summary>Writes the report page and says where.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">Its file: a part of a sample that is asked for by itself has a page of its own.</param>
    public int Finish(ReportPage page, string name = "report.html")
    {
        var report = File(name);
        page.Command = Command;
        page.Write(report);
        Say($"\nWritten: {Path.GetRelativePath(Environment.CurrentDirectory, report)} and trials.jsonl beside it.");
        return 0;
    }
}

/// <summary>How much a sample does.</summary>
public enum SampleSize
{
    /// <summary>A minute or two on two cores.</summary>
    Standard,

    /// <summary>The paper's sizes.</summary>
    Full,

    /// <summary>The smallest run that shows everything: for tests.</summary>
    Tiny,
}
