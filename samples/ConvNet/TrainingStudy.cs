using Parameterize.Experiments;

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

    public static TrainedNet Run(double richness, long channels, GratingTask task, int steps, CancellationToken cancellation = default)
    {
        using var model = SeededModels.Build(0, () => new GratingNet(channels, richness));
        using var optimizer = model.Adam(Rate);
        var losses = TrainingLoop.Run(model, optimizer, task.Training, seed: 0, steps, cancellation);
        return new TrainedNet(richness, channels, losses, task.Accuracy(model));
    }
}
