using Parameterize.Experiments.Sweeps;
using Parameterize.Experiments.Training;

namespace Parameterize.Samples.ConvNet;

/// <summary>One trained network.</summary>
internal sealed record TrainedNet(double Richness, long Channels, IReadOnlyList<double> Losses, double Accuracy)
{
    private const int Last = 20;

    /// <summary>The mean loss of the last steps.</summary>
    public double Loss => Losses.TakeLast(Last).Average();
}

/// <summary>Training from lazy to rich, with one rate for all widths.</summary>
internal static class TrainingStudy
{
    private const double Rate = 0.004;
    private static readonly double[] Dial = [Richness.NeuralTangent, Richness.MaximalUpdate];

    public static IReadOnlyList<TrainedNet> Run(SampleRun run, ResultStore store)
    {
        var side = run.Pick(8, 16, 16);
        var steps = run.Pick(3, 100, 300);
        var task = new GratingTask(side);
        (double Richness, long Channels)[] plan =
            [.. from r in Dial from channels in run.Pick<long[]>([16, 32], [16, 32, 64], [16, 32, 64, 128]) select (r, channels)];
        var results = StudyProgress.Of(run, "training with one rate", progress => TrialRun.Of(
            store, plan, Id, Train, workers: 1, progress, run.Cancellation)); // one after the other, each on every core
        return [.. plan.Zip(
            results, (net, result) => new TrainedNet(net.Richness, net.Channels, result.Series["loss"], result.Numbers["accuracy"]))];

        string Id((double Richness, long Channels) net) => run.Placement.Keyed(
            TrialId.Of("training", ("r", net.Richness), ("channels", net.Channels), ("side", side), ("steps", steps), ("rate", Rate)));

        TrialResult Train((double Richness, long Channels) net, CancellationToken token)
        {
            using var model = run.Placement.Build(0, () => new GratingNet(net.Channels, net.Richness));
            using var optimizer = model.Adam(Rate);
            var losses = TrainingLoop.Run(model, optimizer, run.Placement.Of(task.Training), seed: 0, steps, token);
            return run.Placement.Described(new TrialResult(Id(net))
                .With("r", net.Richness)
                .With("channels", net.Channels)
                .WithNumber("accuracy", task.Accuracy(model, run.Placement))
                .WithSeries("loss", losses));
        }
    }
}
