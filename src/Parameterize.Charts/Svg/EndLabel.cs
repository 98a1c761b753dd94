namespace Parameterize.Charts.Svg;

/// <summary>The name of a line, written at its right end.</summary>
/// <param name="Series">The line.</param>
/// <param name="EndX">Where the line ends.</param>
/// <param name="EndY">Where the line ends.</param>
/// <param name="LabelY">Where the label stands, moved so that labels do not overlap.</param>
internal sealed record EndLabel(Series Series, double EndX, double EndY, double LabelY)
{
    private const double Gap = 18;
    private const double Widest = 170;
    private const int Most = 7;

    /// <summary>Room to the right of the plot for the names.</summary>
    public static double Room(Chart chart, ChartSize size) =>
        Gap + 8 + Math.Min(Widest, chart.Series.Select(series => TextMetrics.Width(series.Name, size.FontSize)).DefaultIfEmpty().Max());

    /// <summary>One label per line; none at all if one of them would be unclear, for then a legend is better.</summary>
    public static IReadOnlyList<EndLabel> Place(ChartFrame frame)
    {
        var series = frame.Chart.Series;
        if (series.Count < 2 || series.Count > Most || series.Any(one => !one.Connected))
        {
            return [];
        }

        if (series.Any(one => TextMetrics.Width(one.Name, frame.Size.FontSize) > Widest))
        {
            return [];
        }

        var ends = series.Select(one => Ends(frame, one)).ToArray();
        if (ends.Any(end => end is null || end.EndX < frame.Plot.Left + 0.8 * frame.Plot.Width))
        {
            return [];
        }

        return Spread([.. ends.OfType<EndLabel>().OrderBy(end => end.EndY)], frame.Size.FontSize + 4, frame.Plot);
    }

    private static EndLabel? Ends(ChartFrame frame, Series series)
    {
        var last = series.Points.Select(point => (X: frame.X(point.X), Y: frame.Y(point.Y)))
            .Where(at => double.IsFinite(at.X) && double.IsFinite(at.Y)).Cast<(double X, double Y)?>().LastOrDefault();
        return last is { } at && frame.Plot.Contains(at.X, at.Y) ? new EndLabel(series, at.X, at.Y, at.Y) : null;
    }

    // Pushes labels down until none overlaps, then the whole lot up if the last fell out below; gives up when one is too far from its line.
    private static EndLabel[] Spread(EndLabel[] labels, double spacing, Rectangle plot)
    {
        var at = labels.Select(label => label.EndY).ToArray();
        for (var round = 0; round < 200; round++)
        {
            for (var i = 1; i < at.Length; i++)
            {
                var overlap = spacing - (at[i] - at[i - 1]);
                if (overlap <= 0)
                {
                    continue;
                }

                at[i - 1] -= overlap / 2;
                at[i] += overlap / 2;
            }

            at[0] = Math.Max(at[0], plot.Top);
            at[^1] = Math.Min(at[^1], plot.Bottom);
        }

        var clear = at.Zip(at.Skip(1)).All(pair => pair.Second - pair.First > spacing - 1);
        var near = labels.Zip(at).All(pair => Math.Abs(pair.First.EndY - pair.Second) <= 2.5 * spacing);
        return clear && near ? [.. labels.Zip(at, (label, y) => label with { LabelY = y })] : [];
    }
}
