using Parameterize.Charts;
using Parameterize.Charts.Axes;
using Parameterize.Charts.Report;
using Parameterize.Experiments.Coordinates;

namespace Parameterize.Samples;

/// <summary>Coordinate checks as charts and as a table, for terminal and report alike.</summary>
public static class SlopeReport
{
    /// <summary>One panel per optimizer and layer: its change over width, for each richness.</summary>
    /// <param name="title">The title of all.</param>
    /// <param name="checks">What was measured.</param>
    /// <param name="width">What the width is.</param>
    public static ChartGrid Charts(string title, IReadOnlyList<SlopeCheck> checks, string width = "width")
    {
        var grid = new ChartGrid(title) { Columns = 3, Range = PanelRange.SameLength };
        foreach (var optimizer in checks.GroupBy(check => check.Optimizer))
        {
            foreach (var layer in optimizer.First().Shown.Select(slope => slope.Layer))
            {
                grid.Add(Panel($"{layer}, {optimizer.Key}", layer, optimizer, width));
            }
        }

        return grid;
    }

    /// <summary>The change of one layer over width, for each richness.</summary>
    public static Chart Panel(string title, string layer, IEnumerable<SlopeCheck> checks, string width = "width")
    {
        var chart = new Chart(title) { X = Axis.Log2(width), Y = Axis.Log10("rms change") };
        foreach (var check in checks)
        {
            Draw(chart, check.Richness, check.Shown.First(slope => slope.Layer == layer));
        }

        return chart;
    }

    /// <summary>One richness: its line with the band over seeds, and the predicted slope through the fit at the smallest width.</summary>
    public static void Draw(Chart chart, double richness, WidthSlope slope)
    {
        var color = SeriesColor.Richness(richness);
        chart.Line($"r = {ExponentText.Fraction(richness)}", SeedBand.Of(slope.Observations.Select(one => (one.Width, one.Value))),
            LineStyle.Of(color));
        var smallest = slope.Observations.Min(one => one.Width);
        if (slope.Fit is { } fit)
        {
            chart.Guide(slope.Predicted, (smallest, fit.At(smallest)), "predicted", color);
        }
    }

    /// <summary>Measured slopes beside the predicted ones.</summary>
    public static ReportTable Verdicts(IReadOnlyList<SlopeCheck> checks)
    {
        var table = new ReportTable(["optimizer", "r", "layer", .. Headers]) { Note = SlopeVerdict.Meaning(SlopeCheck.Tolerance) };
        foreach (var check in checks)
        {
            foreach (var slope in check.Shown)
            {
                table.Row([check.Optimizer, ExponentText.Fraction(check.Richness), slope.Layer, .. CellsOf(slope, SlopeCheck.Tolerance)]);
            }
        }

        return table;
    }

    /// <summary>The columns of <see cref="CellsOf"/>.</summary>
    public static IReadOnlyList<string> Headers { get; } = ["measured", "±\u00a0se", "predicted", "verdict"];

    /// <summary>One slope in a table.</summary>
    /// <param name="slope">What was measured and predicted.</param>
    /// <param name="tolerance">How far it may be off.</param>
    public static IReadOnlyList<TableCell> CellsOf(WidthSlope slope, double tolerance) =>
    [
        SlopeTable.Exponent(slope.Slope),
        SlopeTable.Exponent(slope.StandardError),
        SlopeTable.Exponent(slope.Predicted),
        SlopeTable.Cell(slope.Outcome(tolerance)),
    ];
}
