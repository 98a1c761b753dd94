using Parameterize.Experiments;

namespace Parameterize.Samples;

/// <summary>Coordinate checks as charts and as a table, for terminal and report alike.</summary>
internal static class SlopeReport
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
            var slope = check.Shown.First(slope => slope.Layer == layer);
            Draw(chart, check.Richness, slope.Observations, slope.Fit, slope.Predicted);
        }

        return chart;
    }

    /// <summary>One richness: its line with the band over seeds, and the predicted slope through the fit at the smallest width.</summary>
    public static void Draw(Chart chart, double richness, IReadOnlyList<Observation> observations, LogLogFit? fit, double? predicted)
    {
        var color = SeriesColor.Richness(richness);
        chart.Line($"r = {ExponentText.Fraction(richness)}", SeedBand.Of(observations.Select(one => (one.Width, one.Value))), LineStyle.Of(color));
        var smallest = observations.Min(one => one.Width);
        if (fit is not null && predicted is { } slope) chart.Guide(slope, (smallest, fit.At(smallest)), "predicted", color);
    }

    /// <summary>Measured slopes beside the predicted ones.</summary>
    public static ReportTable Verdicts(IReadOnlyList<SlopeCheck> checks)
    {
        var table = new ReportTable("optimizer", "r", "layer", "slope", "± se", "predicted", "verdict");
        foreach (var check in checks)
        {
            foreach (var slope in check.Shown)
            {
                var verdict = slope.Verdict(SlopeCheck.Tolerance);
                table.Row(
                    check.Optimizer,
                    ExponentText.Fraction(check.Richness),
                    slope.Layer,
                    Number(verdict.Slope),
                    Number(verdict.StandardError),
                    Number(slope.Predicted),
                    new TableCell(verdict.Outcome.ToString(), verdict.Passed ? CellTone.Good : CellTone.Bad));
            }
        }

        return table;

        static TableCell Number(double value) => new(ExponentText.Decimal(value), Numeric: true);
    }
}
