using Parameterize.Experiments.Statistics;
using Parameterize.Experiments.Sweeps;
using Parameterize.Experiments.Training;

namespace Parameterize.Samples.RichnessDial.Kernel;

/// <summary>What was measured.</summary>
/// <param name="Gaps">Network against linearization and against kernel regression, over width.</param>
/// <param name="DrawnGaps">Network against linearization where the readout starts as it was drawn.</param>
/// <param name="Alignments">The change of the alignment of kernel and labels, over width.</param>
/// <param name="Trials">All runs whose readout starts at zero, the narrowest and laziest first.</param>
internal sealed record KernelResults(
    IReadOnlyList<DialSlope> Gaps,
    IReadOnlyList<DialSlope> DrawnGaps,
    IReadOnlyList<DialSlope> Alignments,
    IReadOnlyList<TrialResult> Trials)
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
/// <remarks>
/// A readout w that is drawn moves the layers below it by w in the first steps, and what they add to the output then is a sum of n terms of
/// either sign: beside what learning adds to the kernel, n^(2r - 1), it puts chance, n^(r - 1), which at r = 1/2 hides that the former does
/// not shrink. A readout of zeros has none of it, and every layer learns from what the readout has learned.
/// </remarks>
internal static class KernelStudy
{
    private static readonly string[] Quantities = [KernelQuantity.Linearization, KernelQuantity.Regression];

    public static KernelResults Run(SampleRun run, ResultStore store)
    {
        var widths = run.Pick<long[]>([64, 256], [256, 512, 1024], [256, 512, 1024, 2048]);
        double[] dial = [Richness.NeuralTangent, 0.25, Richness.MaximalUpdate];
        var drawn = run.Pick<double[]>([Richness.MaximalUpdate], [Richness.MaximalUpdate], dial); // where chance shows, is enough
        KernelTrial[] plan =
        [
            .. from width in widths.Reverse()
               from start in (IEnumerable<(double Richness, bool IsSilent)>)
                   [.. dial.Select(r => (r, true)), .. drawn.Select(r => (r, false))]
               from seed in Enumerable.Range(0, run.Pick(4, 6, 12))
               select new KernelTrial(start.Richness, width, seed, run.Pick(30, 60, 60), start.IsSilent, run.Placement),
        ];
        var results = StudyProgress.Of(run, "kernel machines", progress => TrialRun.Of(
            store, plan, trial => trial.Id, (trial, token) => trial.Run(token), run.Placement.Workers, progress, run.Cancellation));
        var sorted = results.OrderBy(trial => trial.NumericSetting("r")).ThenBy(trial => trial.NumericSetting("width"))
            .ToLookup(trial => trial.Settings["readout"]);
        return new KernelResults(
            [.. from quantity in Quantities from r in dial select Silent(r, quantity)],
            [.. drawn.Select(Drawn)],
            [.. dial.Select(r => Silent(r, KernelQuantity.AlignmentChange))],
            [.. sorted[ReadoutStart.Zero]]);

        DialSlope Silent(double r, string quantity) => Slope(ReadoutStart.Zero, r, quantity);

        DialSlope Drawn(double r) => Slope(ReadoutStart.Drawn, r, KernelQuantity.Linearization) with { PredictedFrom = r - 1 };

        DialSlope Slope(string readout, double richness, string quantity) => new(
            richness,
            quantity,
            KernelDrift.PredictedSlope(richness),
            [
                .. sorted[readout].Where(trial => trial.NumericSetting("r") == richness).Select(trial => new Observation(
                    trial.NumericSetting("width"), (int)trial.NumericSetting("seed"), trial.Numbers[quantity])),
            ]);
    }
}
