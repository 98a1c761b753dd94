using Parameterize.Experiments.Coordinates;
using Parameterize.Experiments.Statistics;
using Parameterize.Experiments.Sweeps;
using Parameterize.Experiments.Training;

namespace Parameterize.Samples.RichnessDial;

/// <summary>A measured power of the width beside the predicted one.</summary>
/// <param name="Richness">r.</param>
/// <param name="Quantity">What was measured.</param>
/// <param name="Predicted">The exponent that the theory gives.</param>
/// <param name="Observations">One per width and seed.</param>
internal sealed record DialSlope(double Richness, string Quantity, double Predicted, IReadOnlyList<Observation> Observations)
    : WidthSlope(Predicted, Observations);

/// <summary>What the sample measured.</summary>
/// <param name="Changes">Of hidden layers.</param>
/// <param name="Drifts">Of the tangent kernel, in wide networks: narrow ones still approach what these do.</param>
/// <param name="NarrowDrifts">The same at the widths of all else.</param>
/// <param name="Alignments">Of weights with what comes in.</param>
/// <param name="Norms">The tutorial's table.</param>
/// <param name="Gauges">One run each.</param>
/// <param name="Losses">At the end of training.</param>
internal sealed record DialResults(
    IReadOnlyList<DialSlope> Changes,
    IReadOnlyList<DialSlope> Drifts,
    IReadOnlyList<DialSlope> NarrowDrifts,
    IReadOnlyList<DialSlope> Alignments,
    IReadOnlyList<DialSlope> Norms,
    IReadOnlyList<GaugeRun> Gauges,
    IReadOnlyList<(double Richness, long Width, Summary Loss)> Losses)
{
    /// <summary>The tangent kernel at all widths that were measured; the fits are those of <see cref="Drifts"/>.</summary>
    public IEnumerable<DialSlope> Kernel => Drifts.Select(drift => drift with
    {
        Observations =
        [
            .. drift.Observations
                .Union(NarrowDrifts.Where(narrow => narrow.Richness == drift.Richness).SelectMany(narrow => narrow.Observations))
                .OrderBy(one => one.Width),
        ],
    });
}

/// <summary>All runs, and the slopes fitted to them.</summary>
internal static class DialStudy
{
    private const string KernelChange = "kernel change";
    private static readonly string[] Hidden = ["_embed", "_mix", "_refine"];
    private static readonly double[] Ends = [Richness.NeuralTangent, Richness.MaximalUpdate];

    public static DialResults Run(SampleRun run, ResultStore store)
    {
        var widths = run.Pick<long[]>([64, 128, 256], [64, 128, 256, 512, 1024], [64, 128, 256, 512, 1024, 2048]);
        var dial = run.Pick<double[]>([0, 0.25, 0.5], [0, 0.125, 0.25, 0.375, 0.5], [0, 0.125, 0.25, 0.375, 0.5]);
        var seeds = run.Pick(3, 12, 20);
        var dialed = Trials(nameof(DialNet), widths, dial, seeds, "the dial: changes, kernel, alignment");
        var wide = Trials(nameof(DialNet), run.Pick<long[]>([64, 128, 256], [512, 1024, 2048], [1024, 2048, 4096]), dial, seeds,
            "the kernel of wide networks");
        var linear = Trials(nameof(LinearNet), widths, dial, run.Pick(4, 10, 20), "three linear layers: norms");
        var gauges = StudyProgress.Of(run, "four gauges", progress => GaugeStudy.Run(run.Placement, progress, run.Cancellation));
        return new DialResults(
            [.. from r in dial from layer in Hidden select Slope(dialed, r, $"{layer} change", r, width => Math.Sqrt(width))],
            [.. dial.Select(r => Slope(wide, r, KernelChange, KernelDrift.PredictedSlope(r)))],
            [.. dial.Select(r => Slope(dialed, r, KernelChange, KernelDrift.PredictedSlope(r)))],
            [
                .. from r in dial
                   from layer in Hidden[1..]
                   from kind in new[] { ("alignment of update", 0), ("alignment at init", -0.5) }
                   select Slope(dialed, r, $"{layer} {kind.Item1}", kind.Item2),
            ],
            [.. dial.SelectMany(r => NormTable.Predicted(r).Select(row => Slope(linear, r, row.Quantity, row.Exponent)))],
            gauges,
            Losses(run, store, run.Pick(3, 4, 10)));

        IReadOnlyList<TrialResult> Trials(string net, long[] widths, double[] dial, int draws, string study)
        {
            DialTrial[] plan =
                [.. from width in widths.Reverse(
                    ) from r in dial from seed in Enumerable.Range(0, draws) select new DialTrial(net, r, width, seed, run.Placement)];
            return StudyProgress.Of(run, study, progress => TrialRun.Of(
                store, plan, trial => trial.Id, (trial, token) => trial.Run(token), run.Placement.Workers, progress, run.Cancellation));
        }
    }

    private static DialSlope Slope(
        IReadOnlyList<TrialResult> trials, double richness, string quantity, double predicted, Func<double, double>? per = null)
    {
        var observations = trials
            .Where(trial => trial.NumericSetting("r") == richness)
            .Select(
                trial => (Width: trial.NumericSetting("width"), Seed: (int)trial.NumericSetting("seed"), Value: trial.Numbers[quantity]))
            .Select(one => new Observation(one.Width, one.Seed, one.Value / (per?.Invoke(one.Width) ?? 1)))
            .OrderBy(one => one.Width).ThenBy(one => one.Seed);
        return new DialSlope(richness, quantity, per is null ? predicted : predicted - 0.5, [.. observations]);
    }

    private static IReadOnlyList<(double Richness, long Width, Summary Loss)> Losses(SampleRun run, ResultStore store, int seeds)
    {
        var widths = run.Pick<long[]>([64, 256], [64, 128, 256, 512], [64, 128, 256, 512, 1024, 2048]);
        var steps = run.Pick(60, 300, 1000);
        LossTrial[] plan =
            [.. from width in widths.Reverse(
                ) from r in Ends from seed in Enumerable.Range(0, seeds) select new LossTrial(r, width, seed, steps, run.Placement)];
        var results = StudyProgress.Of(run, "wider is better: training", progress => TrialRun.Of(
            store, plan, trial => trial.Id, (trial, token) => trial.Run(token), run.Placement.Workers, progress, run.Cancellation));
        return
        [
            .. plan.Zip(results)
                .GroupBy(pair => (pair.First.Richness, pair.First.Width), pair => pair.Second.Numbers["loss"])
                .OrderBy(group => group.Key)
                .Select(group => (group.Key.Richness, group.Key.Width, Summary.Of(group))),
        ];
    }
}
