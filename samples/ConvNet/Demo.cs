using System.CommandLine;

namespace Parameterize.Samples.ConvNet;

/// <summary>The whole demo, in the order of what it prints.</summary>
internal static class Demo
{
    public static RootCommand Command { get; } = SampleCommand.Of(
        "ConvNet",
        "Trains an annotated residual convolutional network: slopes against theory, and accuracy by width.",
        "Up to 256 channels, more seeds and longer training: six minutes of processor time.",
        Run,
        SampleOptions.Device,
        SampleOptions.Dtype);

    public static int Run(SampleRun run)
    {
        PrintTable(run);
        using var store = run.OpenTrials();
        var slopes = SlopeStudy.Run(run, store);
        run.Print("Change of the convolutions, slope over channels (predicted: r - 1/2)", SlopeReport.Verdicts(slopes));
        var trained = TrainingStudy.Run(run, store);
        run.Print("Training with one rate", Report.Accuracies(trained));
        return run.Finish(Report.Page(slopes, trained));
    }

    private static void PrintTable(SampleRun run)
    {
        using var model = new GratingNet(channels: 128, Richness.MaximalUpdate);
        run.Say("What the generator wrote for GratingNet and its blocks, as formulas:\n");
        run.Say(GratingNet.Scaling.ToString());
        run.Say("\nand with 128 channels and r = 1/2, as numbers:\n");
        run.Say(model.Parameterization.ToString());
        run.Say("");
    }
}
