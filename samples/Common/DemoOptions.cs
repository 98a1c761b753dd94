using System.CommandLine;

namespace Parameterize.Samples.Mlp;

/// <summary>What the demo runs, and where it writes.</summary>
/// <param name="Corpus">A text to train on; null for the XML documentation that ships with the SDK.</param>
/// <param name="Output">The folder of report and results.</param>
/// <param name="Figures">A folder for the overview as a stand-alone SVG; null for none.</param>
/// <param name="SlopeWidths">The widths of the coordinate check, smallest and largest.</param>
/// <param name="TransferWidths">The widths of the rate sweep.</param>
/// <param name="Rates">The rates of the sweep.</param>
/// <param name="Seeds">Seeds of the coordinate check; the sweep takes two.</param>
/// <param name="Steps">Steps of each run of the sweep.</param>
internal sealed record DemoOptions(
    FileInfo? Corpus,
    DirectoryInfo Output,
    DirectoryInfo? Figures,
    (long Smallest, long Largest) SlopeWidths,
    IReadOnlyList<long> TransferWidths,
    IReadOnlyList<double> Rates,
    int Seeds,
    int Steps)
{
    /// <summary>How many seeds the sweep runs with.</summary>
    public int TransferSeeds => Math.Min(Seeds, 2);

    /// <summary>The command line, ready to invoke.</summary>
    public static RootCommand Command(Func<DemoOptions, CancellationToken, int> run)
    {
        var corpus = new Option<FileInfo?>("--corpus") { Description = "A text file to train on, in place of the SDK's XML documentation." };
        var output = new Option<DirectoryInfo>("--output")
        {
            Description = "The folder for report.html, results.json and the trials.",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("artifacts", "demo")),
        };
        var figures = new Option<DirectoryInfo?>("--figures") { Description = "A folder to write overview.svg to, besides the report." };
        var full = new Option<bool>("--full") { Description = "All widths and rates of the reference run: about half an hour on two cores." };
        var tiny = new Option<bool>("--tiny") { Description = "The smallest run that shows everything: for tests.", Hidden = true };
        var command = new RootCommand("Trains an annotated model on real text: slopes against theory, and the best rate at each width.")
        {
            corpus, output, figures, full, tiny,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var options = Of(parsed.GetValue(corpus), parsed.GetValue(output)!, parsed.GetValue(full), parsed.GetValue(tiny));
            return Task.FromResult(Explained(() => run(options with { Figures = parsed.GetValue(figures) }, cancellation)));
        });
        return command;
    }

    /// <summary>What a user can mend is said in a sentence, without a stack.</summary>
    private static int Explained(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or DllNotFoundException)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }
    }

    /// <summary>The sizes of each mode.</summary>
    public static DemoOptions Of(FileInfo? corpus, DirectoryInfo output, bool full = false, bool tiny = false) => (full, tiny) switch
    {
        (true, _) => new(corpus, output, null, (64, 2048), [64, 128, 256, 512, 1024], Powers(-13, -5), 3, 200),
        (_, true) => new(corpus, output, null, (64, 128), [64, 128], Powers(-9, -6), 2, 20),
        _ => new(corpus, output, null, (64, 1024), [64, 128, 256, 512], Powers(-11, -5), 3, 200),
    };

    private static double[] Powers(int first, int last) => [.. Enumerable.Range(first, last - first + 1).Select(exponent => Math.Pow(2, exponent))];
}
