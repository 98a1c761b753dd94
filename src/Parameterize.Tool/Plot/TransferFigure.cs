using System.Globalization;
using Parameterize.Experiments;

namespace Parameterize.Tool.Plot;

/// <summary>A learning-rate sweep: a panel per parametrization, a line per width, the best rates ringed; and their drift in words.</summary>
internal sealed record TransferFigure(Figure Figure, string Prose)
{
    private static readonly string[] Settings = ["parametrization", "width", "rate", "seed"];

    /// <summary>The figure; null if the results are no such sweep.</summary>
    public static TransferFigure? Of(IReadOnlyList<TrialResult> results)
    {
        if (!results.All(result => Settings.All(result.Settings.ContainsKey) && result.Numbers.ContainsKey("loss"))) return null;
        var grid = new ChartGrid("Loss over learning rate") { Columns = 2 };
        var prose = new List<string> { "Loss over the base learning rate, mean over seeds; rings mark the best rate of each width." };
        foreach (var parametrization in results.GroupBy(result => result.Settings["parametrization"]))
        {
            SweepPoint[] points = [.. parametrization.Select(Point)];
            grid.Add(Panel(parametrization.Key, points));
            prose.Add($"{parametrization.Key}: {Drift(points)}.");
        }

        return new TransferFigure(grid, string.Join(" ", prose));
    }

    private static SweepPoint Point(TrialResult result) => new(
        result.NumericSetting("width"), (int)result.NumericSetting("seed"), result.NumericSetting("rate"), result.Numbers["loss"]);

    private static Chart Panel(string title, SweepPoint[] points)
    {
        var chart = new Chart(title) { X = Axis.Log2("base learning rate"), Y = Axis.Linear("loss") };
        var widths = points.GroupBy(point => point.Width).OrderBy(group => group.Key).ToArray();
        for (var index = 0; index < widths.Length; index++)
        {
            (double Rate, double Loss)[] curve =
                [.. widths[index].GroupBy(point => point.Rate).OrderBy(rate => rate.Key).Select(rate => (rate.Key, rate.Average(point => point.Loss)))];
            var color = SeriesColor.Sequence(index, widths.Length);
            chart.Line(FormattableString.Invariant($"width {widths[index].Key}"), curve, style: LineStyle.Of(color));
            if (curve.Any(point => double.IsFinite(point.Loss)) && OptimumFit.Of(curve) is var best) chart.Mark((best.Rate, best.Loss), "", color);
        }

        return chart;
    }

    private static string Drift(SweepPoint[] points)
    {
        try
        {
            var drift = DriftFit.OfSweep(points);
            return $"the best rate moves {Number(drift.OctavesPerDoubling)} ± {Number(drift.StandardError)} octaves per doubling of the width";
        }
        catch (ArgumentException)
        {
            return "the best rates of too few widths lie inside the grid of rates, so their drift is not known";
        }
    }

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
