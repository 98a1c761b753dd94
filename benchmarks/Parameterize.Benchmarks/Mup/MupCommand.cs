using System.CommandLine;
using System.Globalization;
using Parameterize.Experiments.Statistics;

namespace Parameterize.Benchmarks.Mup;

/// <summary><c>bench mup</c>: the coordinate check of one MLP by this library and by microsoft/mup, whole processes in pairs.</summary>
internal static class MupCommand
{
    /// <summary>The first argument of a process that runs our side once.</summary>
    public const string OwnSide = "mup-own-side";

    private const double AgreementAsked = 0.01;

    public static RootCommand Command()
    {
        var python = new Option<string>("--python") { Description = "The Python to run mup with.", DefaultValueFactory = _ => "python3" };
        var mup = new Option<DirectoryInfo?>("--mup") { Description = "A checkout of microsoft/mup, if it is not installed." };
        var pairs = new Option<int>("--pairs") { Description = "How often every side runs.", DefaultValueFactory = _ => 10 };
        var threads =
            new Option<int>("--threads") { Description = "Threads of either side.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var optimizer =
            new Option<string>("--optimizer") { Description = "adam or sgd, at mup's default rate.", DefaultValueFactory = _ => "adam" };
        optimizer.AcceptOnlyFromAmong("adam", "sgd");
        foreach (var count in (Option<int>[])[pairs, threads])
        {
            count.Validators.Add(result =>
            {
                if (result.GetValueOrDefault<int>() < 1)
                {
                    result.AddError($"{count.Name} is at least 1.");
                }
            });
        }

        var command = new RootCommand("Times a coordinate check against Python's microsoft/mup, in pairs of whole processes.") { python,
            mup, pairs, threads, optimizer };
        command.SetAction(parsed => Explained(() =>
        {
            var check = PeerCheck.Of(parsed.GetValue(optimizer)!, parsed.GetValue(threads));
            return Run(check, parsed.GetValue(python)!, parsed.GetValue(mup)?.FullName, parsed.GetValue(pairs), Console.Out);
        }));
        return command;
    }

    private static int Run(PeerCheck check, string python, string? mup, int pairs, TextWriter output)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Mup", "coordinate_check.py");
        var theirs = new Contestant($"mup, threads: {check.Threads}", check, python, [script], mup);
        Contestant[] ours =
        [
            Ours($"ours, threads: {check.Threads}", check),
            .. check.Threads == 1
                ? Array.Empty<Contestant>()
                : [Ours($"ours, workers: {check.Threads}", check with { Threads = 1, Workers = check.Threads })],
        ];
        var folder = Directory.CreateTempSubdirectory("bench-mup-");
        try
        {
            return Report(check, theirs, ours, pairs, folder, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Report(
        PeerCheck check, Contestant theirs, IReadOnlyList<Contestant> ours, int pairs, DirectoryInfo folder, TextWriter output)
    {
        Contestant[] sides = [theirs, .. ours];
        output.WriteLine($"{check}.");
        foreach (var side in sides)
        {
            var outcome = (side with { Check = side.Check.Least() }).Run(folder).Outcome;
            var libraries = outcome.Libraries.Count == 0 ? "libraries unknown" : string.Join(", ", outcome.Libraries);
            output.WriteLine($"  {side.Name,-20} {outcome.Torch}, threads of an operator: {outcome.Threads}, {libraries}");
        }

        var runs = sides.ToDictionary(side => side, _ => new List<PeerRun>());
        for (var round = 0; round < pairs; round++)
        {
            foreach (var side in PairedRuns.Order(sides, round))
            {
                runs[side].Add(side.Run(folder));
            }
        }

        output.WriteLine();
        output.WriteLine($"Seconds, and ours over mup's in the same of {pairs} rounds: median (least to greatest)");
        foreach (var (what, time) in ((string, Func<PeerRun, double>)[])[("whole process", run => run.Seconds),
            ("check alone", run => run.Outcome.Seconds)])
        {
            var their = runs[theirs].Select(time).ToArray();
            output.WriteLine($"  {theirs.Name,-20} {what,-14} {Text(Summary.Of(their), "F2")}");
            foreach (var side in ours)
            {
                var own = runs[side].Select(time).ToArray();
                output.WriteLine(
                    $"  {side.Name,-20} {what,-14} {Text(Summary.Of(own), "F2"),-24} ratio {Text(PairedRuns.Ratios(own, their), "F3")}");
            }
        }

        return Agree(runs[theirs][0].Outcome.Sizes, ours.Select(side => runs[side][0].Outcome.Sizes), output);
    }

    private static int Agree(
        IReadOnlyDictionary<string, double> theirs, IEnumerable<IReadOnlyDictionary<string, double>> ours, TextWriter output)
    {
        var difference = ours.Max(sizes => PairedRuns.LargestDifference(sizes, theirs));
        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{theirs.Count} mean absolute values of outputs, by layer, width and step: ours differ from mup's by {difference:P3} at " +
            $"most."));
        return difference <= AgreementAsked
            ? 0
            : throw new PeerException(
                string.Create(CultureInfo.InvariantCulture, $"The sides do not measure the same: {AgreementAsked:P0} is allowed."));
    }

    // This program again: by its own launcher, or by dotnet and its .dll.
    private static Contestant Ours(string name, PeerCheck check)
    {
        var program = Environment.ProcessPath!;
        return new(name, check, program, Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? [typeof(MupCommand).Assembly.Location, OwnSide]
            : [OwnSide]);
    }

    private static string Text(Summary summary, string format) => string.Create(
        CultureInfo.InvariantCulture,
        $"{summary.Median.ToString(format, CultureInfo.InvariantCulture)} " +
        $"({summary.Minimum.ToString(format, CultureInfo.InvariantCulture)} to " +
        $"{summary.Maximum.ToString(format, CultureInfo.InvariantCulture)})");

    private static int Explained(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (Exception exception) when (exception is PeerException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }
    }
}
