using Parameterize.Experiments;
using Parameterize.Experiments.Sweeps;
using Parameterize.Experiments.Training;

namespace Parameterize.Samples.RichnessDial;

/// <summary>One training run on fresh batches: does a wider network learn more?</summary>
internal sealed record LossTrial(double Richness, long Width, int Seed, int Steps, Placement Placement)
{
    private const int BatchSize = 128;
    private const double Rate = 0.004;

    public string Id => Placement.Keyed(
        TrialId.Of("loss", ("r", Richness), ("width", Width), ("seed", Seed), ("steps", Steps), ("rate", Rate)));

    public TrialResult Run(CancellationToken cancellation)
    {
        using var model = Placement.Build(Seed, () => new DialNet(Width, Richness));
        using var optimizer = model.Adam(Rate);
        var losses = TrainingLoop.Run(model, optimizer, Placement.Of(Teacher.Online(BatchSize)), Seed, Steps, cancellation);
        return Placement.Described(new TrialResult(Id))
            .With("r", Richness)
            .With("width", Width)
            .With("seed", Seed)
            .WithNumber("loss", losses.Count == Steps ? losses.TakeLast(Math.Max(1, Steps / 5)).Average() : double.NaN)
            .WithSeries("loss", losses);
    }
}
