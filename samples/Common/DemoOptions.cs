using System.CommandLine;

namespace Parameterize.Samples;

/// <summary>What a demo runs on, and where it writes.</summary>
/// <param name="Corpus">A text to train on; null for the XML documentation that ships with the SDK.</param>
/// <param name="Output">The folder of report and results.</param>
/// <param name="Figures">A folder for the overview as a stand-alone SVG; null for none.</param>
/// <param name="Sizes">How much is trained.</param>
internal sealed record DemoOptions(FileInfo? Corpus, DirectoryInfo Output, DirectoryInfo? Figures, DemoSizes Sizes)
{
    /// <summary>The command line, ready to invoke.</summary>
    /// <param name="about">What the demo does, in a sentence.</param>
    /// <param name="folder">The folder for what it writes, unless told otherwise.</param>
    /// <param name="full">All of the reference run.</param>
    /// <param name="usual">A few minutes.</param>
    /// <param name="tiny">The smallest run that shows everything.</param>
    /// <param name="run">The demo.</param>
    public static RootCommand Command(
        string about, string folder, DemoSizes full, DemoSizes usual, DemoSizes tiny, Func<DemoOptions, CancellationToken, int> run)
    {
        var corpus = new Option<FileInfo?>("--corpus") { Description = "A text file to train on, in place of the SDK's XML documentation." };
        var output = new Option<DirectoryInfo>("--output")
        {
            Description = "The folder for report.html, results.json and the trials.",
            DefaultValueFactory = _ => new DirectoryInfo(folder),
        };
        var figures = new Option<DirectoryInfo?>("--figures") { Description = "A folder to write overview.svg to, besides the report." };
        var all = new Option<bool>("--full") { Description = "All widths and rates of the reference run." };
        var widest = new Option<long?>("--widest") { Description = "The largest width of the rate sweep; each width is twice the one before." };
        var least = new Option<bool>("--tiny") { Description = "The smallest run that shows everything: for tests.", Hidden = true };
        var command = new RootCommand(about)
        {
            corpus, output, figures, all, widest, least,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var sizes = parsed.GetValue(all) ? full : parsed.GetValue(least) ? tiny : usual;
            return Task.FromResult(Explained(() => run(
                new DemoOptions(parsed.GetValue(corpus), parsed.GetValue(output)!, parsed.GetValue(figures), sizes.UpTo(parsed.GetValue(widest))), cancellation)));
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
}
