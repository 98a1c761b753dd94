using Spectre.Console;

namespace Parameterize.Samples;

/// <summary>What a demo leaves behind: tables on the console, a report, results.json.</summary>
internal static class DemoOutput
{
    public static void Print(
        IAnsiConsole console, DemoSubject subject, IReadOnlyList<SlopeCheck> slopes, IReadOnlyList<TransferCurves> transfer)
    {
        DemoTables.PrintSlopes(console, slopes);
        DemoTables.PrintTransfer(console, subject.Optimizer, transfer);
    }

    public static void Write(
        IAnsiConsole console, DemoSubject subject, DemoOptions options, IReadOnlyList<SlopeCheck> slopes, IReadOnlyList<TransferCurves> transfer)
    {
        var report = Path.Combine(options.Output.FullName, "report.html");
        DemoReport.Write(report, subject, slopes, transfer);
        if (options.Figures is { } figures)
        {
            figures.Create();
            DemoReport.Overview(slopes, transfer).WriteSvg(Path.Combine(figures.FullName, "overview.svg"));
        }

        DemoResults.Write(Path.Combine(options.Output.FullName, "results.json"), slopes, transfer);
        console.WriteLine($"\nWritten: {Path.GetRelativePath(Environment.CurrentDirectory, report)} and results.json beside it.");
    }
}
