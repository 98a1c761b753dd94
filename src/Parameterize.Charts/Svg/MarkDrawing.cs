namespace Parameterize.Charts.Svg;

/// <summary>Draws rings around marked points, with their labels, and the names at the ends of lines.</summary>
internal static class MarkDrawing
{
    private const double Radius = 7;

    public static void Write(MarkupWriter svg, ChartFrame frame)
    {
        var shared = LegendEntry.SharedMarks(frame.Chart).ToHashSet(StringComparer.Ordinal);
        var marks = frame.Chart.Marks.Select(mark => (mark, X: frame.X(mark.Point.X), Y: frame.Y(mark.Point.Y)))
            .Where(one => double.IsFinite(one.X) && double.IsFinite(one.Y) && frame.Plot.Contains(one.X, one.Y)).ToArray();
        var placer = new LabelPlacer(frame.Plot);
        foreach (var series in frame.Chart.Series)
        {
            var points = series.Points.Select(point => (frame.X(point.X), frame.Y(point.Y)));
            if (series.Connected)
            {
                placer.Avoid(points);
            }
            else
            {
                foreach (var point in points)
                {
                    placer.Avoid([point]);
                }
            }
        }

        foreach (var (_, x, y) in marks)
        {
            placer.Take(x, y, Radius + 1);
        }

        foreach (var (mark, x, y) in marks)
        {
            svg.Open("circle", ("cx", x), ("cy", y), ("r", Radius), ("class", "ring"), ("style", $"stroke:{mark.Color.Css}"));
            svg.Element("title", SeriesDrawing.Tooltip(frame.Chart, mark.Label, mark.Point.X, mark.Point.Y)).Close();
        }

        foreach (var (mark, x, y) in marks.Where(one => one.mark.Label.Length > 0 && !shared.Contains(one.mark.Label)))
        {
            var font = frame.Size.FontSize;

            // Without a free place the ring's tooltip alone says it: words on words say nothing.
            if (placer.Place(x, y, TextMetrics.Width(mark.Label, font), font + 4) is not { } place)
            {
                continue;
            }

            AxisDrawing.Text(svg, mark.Label, place.Left + place.Width / 2, place.Top + 0.8 * place.Height, "name halo", "middle", font);
        }
    }

    public static void WriteEndLabels(MarkupWriter svg, ChartFrame frame)
    {
        foreach (var label in frame.EndLabels)
        {
            var x = frame.Plot.Right + 18;
            svg.Open("g", ("class", "entry"), ("data-name", label.Series.Name));
            svg.Empty("path", ("class", "leader"), ("style", $"stroke:{label.Series.Color.Css}"),
                ("d", FormattableString.Invariant($"M{label.EndX + 6:0.##} {label.EndY:0.##}L{x - 4:0.##} {label.LabelY:0.##}")));
            AxisDrawing.Text(svg, label.Series.Name, x, label.LabelY + 0.35 * frame.Size.FontSize, "name", "start", frame.Size.FontSize);
            svg.Close();
        }
    }
}
