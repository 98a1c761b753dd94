using Parameterize.Experiments.Statistics;
using Parameterize.Experiments.Sweeps;
using Parameterize.Experiments.Training;

namespace Parameterize.Samples.RichnessDial.Kernel;

/// <summary>What was measured.</summary>
/// <param name="Gaps">Network against linearization and against kernel regression, over width.</param>
/// <param name="Alignments">The change of the alignment of kernel and labels, over width.</param>
/// <param name="Trials">All runs, the narrowest and laziest first.</param>
internal sealed record KernelResults(IReadOnlyList<DialSlope> Gaps, IReadOnlyList<DialSlope> Alignments, IReadOnlyList<TrialResult> Trials)
{
    public IReadOnlyList<double> Dial => [.. Trials.Select(trial => trial.NumericSetting("r")).Distinct()];

    public IReadOnlyList<long> Widths => [.. Trials.Select(trial => (long)trial.NumericSetting("width")).Distinct()];

    /// <summary>The runs of one richness and width, a seed each.</summary>
    public IEnumerable<TrialResult> Of(double richness, long width) =>
        Trials.Where(trial => trial.NumericSetting("r") == richness && (long)trial.NumericSetting("width") == width);

    /// <summary>A number of one richness and width, over seeds.</summary>
    public Summary Summary(double richness, long width, string quantity) =>
        Experiments.Statistics.Summary.Of(Of(richness, width).Select(trial => trial.Numbers[quantity]));
}

/// <summary>Is a network a kernel machine? At r = 0 ever more so with width, at r = 1/2 not (Karkada, arXiv 2404.19719).</summary>
internal static class KernelStudy
{
    private static readonly string[] Quantities = [KernelQuantity.Linearization, KernelQuantity.Regression];

    public static KernelResults Run(SampleRun run, ResultStore store)
    {
        var widths = run.Pick<long[]>([64, 256], [256, 512, 1024], [256, 512, 1024, 2048]);
        double[] dial = [Richness.NeuralTangent, 0.25, Richness.MaximalUpdate];
        KernelTrial[] plan =
        [
            .. from width in widths.Reverse()
               from r in dial
               from seed in Enumerable.Range(0, run.Pick(4, 6, 12))
               select new KernelTrial(r, width, seed, run.Pick(30, 60, 60), run.Placement),
        ];
        var results = StudyProgress.Of(run, "kernel machines", progress => TrialRun.Of(
            store, plan, trial => trial.Id, (trial, token) => trial.Run(token), run.Placement.Workers, progress, run.Cancellation));
        TrialResult[] sorted = [.. results.OrderBy(trial => trial.NumericSetting("r")).ThenBy(trial => trial.NumericSetting("width"))];
        return new KernelResults(
            [.. from quantity in Quantities from r in dial select Slope(r, quantity)],
            [.. dial.Select(r => Slope(r, KernelQuantity.AlignmentChange))],
            sorted);

        DialSlope Slope(double richness, string quantity) => new(
            richness,
            quantity,
            KernelDrift.PredictedSlope(richness),
            [
                .. sorted.Where(trial => trial.NumericSetting("r") == richness).Select(trial => new Observation(
                    trial.NumericSetting("width"), (int)trial.NumericSetting("seed"), trial.Numbers[quantity])),
            ]);
    }
}
