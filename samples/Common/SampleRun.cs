using System.CommandLine;
using System.Reflection;
using System.Runtime.CompilerServices;
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
    private const string Trials = "trials.jsonl";
    private bool _isAfterTable;

    /// <summary>The command line; null for a run without.</summary>
    public ParseResult? Arguments { get; init; }

    /// <summary>Where models train, and in which element type.</summary>
    public Placement Placement { get; init; } = Placement.AsBuilt;

    /// <summary>The command that makes the same report again; empty for a run without a command line.</summary>
    public string Command { get; init; } = "";

    /// <summary>Where results and progress go.</summary>
    public Printer Printer { get; } = Printer.OfConsole();

    /// <summary>How many runs of a study are those of an earlier one, in words.</summary>
    public string Reuse(int reused, int total) =>
        ResultReuse.InWords(reused, total, Path.GetRelativePath(Environment.CurrentDirectory, File(Trials)));

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

    /// <summary>
    /// Opens the store of trials, which is the same whatever the size. Results of another build than the calling one are put aside, and
    /// said to be.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ResultStore OpenTrials()
    {
        Output.Create();
        var (path, madeBy) = (File(Trials), TrialMaker.Of(Assembly.GetCallingAssembly()));
        if (ResultStore.CountOfOthers(path, madeBy) is > 0 and var count)
        {
            var aside = Enumerable.Range(1, int.MaxValue)
                .Select(number => File(FormattableString.Invariant($"trials.before-{number}.jsonl")))
                .First(free => !System.IO.File.Exists(free));
            System.IO.File.Move(path, aside);
            Say(FormattableString.Invariant(
                $"{count} results of another build are put aside, in {Path.GetFileName(aside)}: the trials run anew.\n"));
        }

        return ResultStore.Open(path, madeBy);
    }

    /// <summary>Prints a line; as it is, without wrapping. One blank line is enough after a table.</summary>
    public void Say(string line)
    {
        Printer.Line(_isAfterTable ? line.TrimStart('\n') : line);
        _isAfterTable = false;
    }

    /// <summary>Prints a table under its title, to which is added how many of its verdicts hold.</summary>
    public void Print(string title, ReportTable table)
    {
        var found = VerdictTally.Of(table);
        if (!_isAfterTable)
        {
            Printer.Line();
        }

        Printer.Line(found.Total == 0 ? $"{title}\n" : $"{title}: {found}\n");
        Printer.Table(table);
        Printer.Line();
        _isAfterTable = true;
    }

    /// <summary>Writes the report page, says where, and says in an exit code whether every prediction held.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">Its file: a part of a sample that is asked for by itself has a page of its own.</param>
    public int Finish(ReportPage page, string name = "report.html")
    {
        var report = File(name);
        page.Command = Command;
        page.Write(report);
        Say($"\nWritten: {Path.GetRelativePath(Environment.CurrentDirectory, report)} and {Trials} beside it.");
        if (page.Tally.Bad > 0)
        {
            Say($"A prediction failed: {page.Tally}.");
        }

        return page.Tally.Bad > 0 && Size != SampleSize.Tiny ? SampleExit.PredictionFailed : SampleExit.Ok;
    }
}

/// <summary>How much a sample does.</summary>
public enum SampleSize
{
    /// <summary>A minute or two on two cores.</summary>
    Standard,

    /// <summary>The paper's sizes.</summary>
    Full,

    /// <summary>The smallest run that shows everything, too small to judge predictions by: for tests.</summary>
    Tiny,
}
