using System.Globalization;
using Parameterize.Experiments;

namespace Parameterize.Samples.RichnessDial;

/// <summary>The numbers, for terminal and report alike.</summary>
internal static class Tables
{
    /// <summary>How far the kernel's slope may be off: narrow networks still approach what wide ones do.</summary>
    public const double KernelTolerance = 0.15;

    private const double UsualTolerance = 0.1;

    public static ReportTable Slopes(IEnumerable<DialSlope> slopes, double tolerance = UsualTolerance)
    {
        var table = new ReportTable("r", "quantity", "measured", "±\u00a0se", "predicted", "verdict");
        foreach (var slope in slopes)
            table.Row(
                ExponentText.Fraction(slope.Richness),
                slope.Quantity,
                Number(slope.Fit?.Slope ?? double.NaN),
                Number(slope.Fit?.StandardError ?? double.NaN),
                slope.Predicted is { } predicted ? Number(predicted) : "",
                Verdict(slope, tolerance));
        return table;
    }

    /// <summary>The kernel's slopes, and those of wider networks.</summary>
    public static ReportTable Drifts(DialResults results) => Slopes(
        [.. results.Drifts, .. results.WideDrifts.Select(slope => slope with { Quantity = FormattableString.Invariant($"kernel change, widths {slope.Observations[0].Width} to {slope.Observations[^1].Width}") })],
        KernelTolerance);

    public static ReportTable Gauges(IEnumerable<GaugeRun> runs)
    {
        var table = new ReportTable("optimizer", "r", "gauge", "first loss", "last loss", "largest difference");
        foreach (var run in runs)
            table.Row(run.Optimizer, ExponentText.Fraction(run.Richness), run.Gauge.ToString(), run.FirstLoss, run.LastLoss, Scientific(run.Deviation));
        return table;
    }

    public static ReportTable Losses(IEnumerable<(double Richness, long Width, Summary Loss)> losses)
    {
        var table = new ReportTable("r", "width", "loss at the end", "±\u00a0se");
        foreach (var (richness, width, loss) in losses)
            table.Row(
                ExponentText.Fraction(richness),
                new TableCell(width.ToString(CultureInfo.InvariantCulture), Numeric: true),
                new TableCell(loss.Mean.ToString("F4", CultureInfo.InvariantCulture), Numeric: true),
                new TableCell(loss.StandardError.ToString("F4", CultureInfo.InvariantCulture), Numeric: true));
        return table;
    }

    /// <summary>The largest misses, in a sentence each.</summary>
    public static string Summary(DialResults results) =>
        $"Largest distance from the predicted slope: {Worst(results.Changes)} for changes of hidden layers, {Worst(results.Drifts)} for the kernel ({Worst(results.WideDrifts)} where it is wide), " +
        $"{Worst(results.Alignments)} for alignments, {Worst(results.Norms)} for the table of norms. " +
        $"From r to r, the kernel's slope rises by {Number(Gain(results.Drifts)).Text} for each unit of r; predicted: 2. " +
        $"Largest difference between gauges: {Scientific(results.Gauges.Max(run => run.Deviation)).Text}.";

    /// <summary>From the lazy to the rich end, the rise of the slope over the rise of r.</summary>
    public static double Gain(IReadOnlyList<DialSlope> slopes) =>
        ((slopes[^1].Fit?.Slope ?? double.NaN) - (slopes[0].Fit?.Slope ?? double.NaN)) / (slopes[^1].Richness - slopes[0].Richness);

    private static string Worst(IEnumerable<DialSlope> slopes) => Number(slopes.Max(slope => slope.Miss)).Text;

    private static TableCell Verdict(DialSlope slope, double tolerance) => slope.Miss switch
    {
        _ when slope.Predicted is null => "",
        var miss when miss <= tolerance => new TableCell("as predicted", CellTone.Good),
        var miss when miss <= tolerance + 2 * slope.Fit?.StandardError => new TableCell("too noisy to tell", CellTone.Unsure),
        _ => new TableCell("not as predicted", CellTone.Bad),
    };

    private static TableCell Number(double value) => new(
        double.IsFinite(value) ? ExponentText.Decimal(value) : "–", Numeric: true);

    private static TableCell Scientific(double value) => new(value == 0 ? "0" : value.ToString("0.0e+0", CultureInfo.InvariantCulture), Numeric: true);
}
