using System.Globalization;
using Parameterize.Charts;
using Parameterize.Charts.Axes;
using Parameterize.Experiments.Statistics;

namespace Parameterize.Experiments.Sweeps;

/// <summary>The learning-rate sweep of one parametrization: loss over rate at each width, the best rates, and how far they move.</summary>
public sealed class SweepCurves
{
    /// <summary>From single trials.</summary>
    /// <param name="points">Any number of widths, rates and seeds, in any order.</param>
    public SweepCurves(IEnumerable<SweepPoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        SweepPoint[] all = [.. points];
        Widths = [.. all.GroupBy(point => point.Width).OrderBy(width => width.Key).Select(SweepCurve.Of)];
        Drift = DriftOf(all);
    }

    /// <summary>One curve per width, the narrowest first.</summary>
    public IReadOnlyList<SweepCurve> Widths { get; }

    /// <summary>
    /// How far the best rate moves when the width doubles; null when too few widths have theirs inside the grid of rates.
    /// </summary>
    public DriftFit? Drift { get; }

    /// <summary>
    /// As <c>the best rate moves 0.17 ± 0.01 octaves per doubling of the width</c>; without an error where two optima leave no scatter to
    /// judge by.
    /// </summary>
    public string DriftInWords => Drift is { } drift
        ? $"the best rate moves {Number(drift.OctavesPerDoubling)}{Error(drift.StandardError)} octaves per doubling of the width"
        : "the best rates of too few widths lie inside the grid of rates, so their drift is not known";

    /// <summary>Loss over rate, a line per width, the best rates ringed.</summary>
    public Chart ToChart(string title)
    {
        var chart = new Chart(title) { X = Axis.Log2("base learning rate"), Y = Axis.Linear("loss") };
        for (var index = 0; index < Widths.Count; index++)
        {
            var (width, curve, best) = Widths[index];
            var color = SeriesColor.Sequence(index, Widths.Count);
            chart.Line(FormattableString.Invariant($"width {width}"), curve, style: LineStyle.Of(color));
            if (best is not null)
            {
                chart.Mark((best.Rate, best.Loss), "", color);
            }
        }

        return chart;
    }

    private static DriftFit? DriftOf(SweepPoint[] points)
    {
        try
        {
            return DriftFit.OfSweep(points);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Error(double error) => double.IsNaN(error) ? "" : $" ± {Number(error)}";

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}

/// <summary>Loss over rate at one width.</summary>
/// <param name="Width">The width.</param>
/// <param name="Points">Rates, rising, and the mean loss over seeds at each.</param>
/// <param name="Best">The best rate; null where every rate diverged.</param>
public sealed record SweepCurve(double Width, IReadOnlyList<(double Rate, double Loss)> Points, OptimumFit? Best)
{
    internal static SweepCurve Of(IGrouping<double, SweepPoint> width)
    {
        (double Rate, double Loss)[] points =
            [.. width.GroupBy(point => point.Rate).OrderBy(rate => rate.Key).Select(rate => (rate.Key, rate.Average(point => point.Loss)))];
        return new SweepCurve(width.Key, points, points.Any(point => double.IsFinite(point.Loss)) ? OptimumFit.Of(points) : null);
    }
}
