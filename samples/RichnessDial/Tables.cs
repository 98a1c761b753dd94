using Parameterize.Charts.Report;
using Parameterize.Experiments.Coordinates;
using Parameterize.Experiments.Statistics;

namespace Parameterize.Samples.RichnessDial;

/// <summary>The numbers, for terminal and report alike.</summary>
internal static class Tables
{
    /// <summary>How far the kernel's slope may be off: narrow networks still approach what wide ones do.</summary>
    public const double KernelTolerance = 0.15;

    public static ReportTable Slopes(IEnumerable<DialSlope> slopes, double tolerance = SlopeCheck.Tolerance)
    {
        var table = new ReportTable(["r", "quantity", .. SlopeReport.Headers]) { Note = SlopeVerdict.Meaning(tolerance) };
        foreach (var slope in slopes)
        {
            table.Row([ExponentText.Fraction(slope.Richness), slope.Quantity, .. SlopeReport.CellsOf(slope, tolerance)]);
        }

        return table;
    }

    /// <summary>The kernel's slopes, with the widths that they are over.</summary>
    public static ReportTable Drifts(DialResults results) => Slopes(
        results.Drifts.Select(slope => slope with
        {
            Quantity = FormattableString.Invariant(
                $"kernel change, widths {slope.Observations[0].Width} to {slope.Observations[^1].Width}"),
        }),
        KernelTolerance);

    public static ReportTable Gauges(IEnumerable<GaugeRun> runs)
    {
        var table = new ReportTable("optimizer", "r", "gauge", "first loss", "last loss", "largest difference");
        foreach (var run in runs)
        {
            table.Row(run.Optimizer, ExponentText.Fraction(run.Richness), run.Gauge.ToString(), run.FirstLoss, run.LastLoss,
                Cells.Scientific(run.Deviation));
        }

        return table;
    }

    public static ReportTable Losses(IEnumerable<(double Richness, long Width, Summary Loss)> losses)
    {
        var table = new ReportTable("r", "width", "loss at the end", "±\u00a0se");
        foreach (var (richness, width, loss) in losses)
        {
            table.Row(
                ExponentText.Fraction(richness),
                Cells.Whole(width),
                Cells.Fixed(loss.Mean, 4),
                Cells.Fixed(loss.StandardError, 4));
        }

        return table;
    }

    /// <summary>The largest misses, in a sentence each.</summary>
    public static string Summary(DialResults results) =>
        $"Largest distance from the predicted slope: {Worst(results.Changes)} for changes of hidden layers, {Worst(results.Drifts)} " +
        $"for the kernel ({Worst(results.NarrowDrifts)} where it is narrow), " +
        $"{Worst(results.Alignments)} for alignments, {Worst(results.Norms)} for the table of norms. " +
        $"From r to r, the kernel's slope rises by {SlopeTable.Exponent(Gain(results.Drifts)).Text} for each unit of r; predicted: 2. " +
        $"Largest difference between gauges: {Cells.Scientific(results.Gauges.Max(run => run.Deviation)).Text}.";

    /// <summary>From the lazy to the rich end, the rise of the slope over the rise of r.</summary>
    public static double Gain(IReadOnlyList<DialSlope> slopes) =>
        (slopes[^1].Slope - slopes[0].Slope) / (slopes[^1].Richness - slopes[0].Richness);

    private static string Worst(IEnumerable<DialSlope> slopes) => SlopeTable.Exponent(slopes.Max(slope => slope.Miss)).Text;
}
