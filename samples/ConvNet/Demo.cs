using System.Diagnostics;
using Spectre.Console;

namespace Parameterize.Samples.ConvNet;

/// <summary>The whole demo, in the order of what it prints.</summary>
internal static class Demo
{
    private static readonly double[] Trained = [Richness.NeuralTangent, Richness.MaximalUpdate];

    public static int Run(DemoOptions options, CancellationToken cancellation)
    {
        var console = AnsiConsole.Console;
        var task = new GratingTask(options.Side);
        options.Output.Create();
        PrintTable(console);

        SlopeCheck[] slopes = [.. from optimizer in SlopeStudy.Optimizers
                                  from richness in SlopeStudy.Dial
                                  select Timed(console, FormattableString.Invariant($"slopes: {optimizer}, r = {richness}"), () =>
                                      SlopeStudy.Run(optimizer, richness, options.SlopeWidths, options.Seeds, cancellation))];
        DemoTables.PrintSlopes(console, slopes);

        TrainedNet[] trained = [.. from richness in Trained
                                   from channels in options.TrainingWidths
                                   select Timed(console, FormattableString.Invariant($"training: r = {richness}, {channels} channels"), () =>
                                       TrainingStudy.Run(richness, channels, task, options.Steps, cancellation))];
        DemoTables.PrintTraining(console, trained);

        var report = Path.Combine(options.Output.FullName, "report.html");
        DemoReport.Write(report, slopes, trained);
        console.WriteLine($"\nWritten: {Path.GetRelativePath(Environment.CurrentDirectory, report)}.");
        return 0;
    }

    private static void PrintTable(IAnsiConsole console)
    {
        using var model = new GratingNet(channels: 128, Richness.MaximalUpdate);
        console.WriteLine("What the generator wrote for GratingNet and its blocks, as formulas:\n");
        Console.WriteLine(GratingNet.Scaling);
        console.WriteLine("\nand with 128 channels and r = 1/2, as numbers:\n");
        Console.WriteLine(model.Parameterization);
        console.WriteLine();
    }

    private static T Timed<T>(IAnsiConsole console, string study, Func<T> run)
    {
        var watch = Stopwatch.StartNew();
        var result = run();
        console.WriteLine(FormattableString.Invariant($"{study}: {watch.Elapsed.TotalSeconds:F1} s"));
        return result;
    }
}
