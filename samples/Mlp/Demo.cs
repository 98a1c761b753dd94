using Spectre.Console;
using static TorchSharp.torch;

namespace Parameterize.Samples.Mlp;

/// <summary>The whole demo, in the order of what it prints.</summary>
internal static class Demo
{
    public static int Run(DemoOptions options, CancellationToken cancellation)
    {
        var console = AnsiConsole.Console;
        var text = TextTask.Of(options.Corpus);
        options.Output.Create();
        console.WriteLine($"Training on {text.Source}: {text.Length:N0} characters.\n");
        PrintTable(console, text);

        var (slopes, transfer) = ProgressLines.Run(console, progress =>
        {
            var slopes = SlopeStudy.Run(text, options, progress, cancellation);
            set_num_threads(1); // the sweep keeps every core busy with a run of its own
            return (slopes, TransferStudy.Run(text, options, progress, cancellation));
        });
        DemoTables.PrintSlopes(console, slopes);
        DemoTables.PrintTransfer(console, transfer);

        var report = Path.Combine(options.Output.FullName, "report.html");
        DemoReport.Write(report, text, slopes, transfer);
        if (options.Figures is { } figures)
        {
            figures.Create();
            DemoReport.Overview(slopes, transfer).WriteSvg(Path.Combine(figures.FullName, "overview.svg"));
        }

        DemoResults.Write(Path.Combine(options.Output.FullName, "results.json"), slopes, transfer);
        console.WriteLine($"\nWritten: {Path.GetRelativePath(Environment.CurrentDirectory, report)} and results.json beside it.");
        return 0;
    }

    private static void PrintTable(IAnsiConsole console, TextTask text)
    {
        using var model = new CharacterMlp(text.Vocabulary, TextTask.Window, width: 1024, Richness.MaximalUpdate);
        console.WriteLine("What the generator wrote for CharacterMlp, as formulas:\n");
        Console.WriteLine(CharacterMlp.Scaling);
        console.WriteLine("\nand at width 1024 with r = 1/2, as numbers:\n");
        Console.WriteLine(model.Parameterization);
        console.WriteLine();
    }
}
