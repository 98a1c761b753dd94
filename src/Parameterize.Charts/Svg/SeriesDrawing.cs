using System.Text;
using Parameterize.Charts.Axes;

namespace Parameterize.Charts.Svg;

/// <summary>Draws bands, guides, lines and markers.</summary>
internal static class SeriesDrawing
{
    private const double SparseMarkers = 8;

    public static void WriteBand(MarkupWriter svg, ChartFrame frame, Series series)
    {
        var shown = series.Band.Select(band => (X: frame.X(band.X), Low: frame.Y(band.Low), High: frame.Y(band.High)))
            .Where(band => double.IsFinite(band.X) && double.IsFinite(band.Low) && double.IsFinite(band.High)).ToArray();
        if (shown.Length < 2)
        {
            return;
        }

        var outline = shown.Select(band => (band.X, band.High)).Concat(shown.Reverse().Select(band => (band.X, band.Low)));
        svg.Empty("path", ("d", Path(outline) + "z"), ("class", "band"), ("style", $"fill:{series.Color.Css}"));
    }

    public static void WriteLine(MarkupWriter svg, ChartFrame frame, Series series)
    {
        if (!series.Connected)
        {
            return;
        }

        var path = Path(series.Points.Select(point => (frame.X(point.X), frame.Y(point.Y))));
        if (path.Length == 0)
        {
            return;
        }

        svg.Empty("path", ("d", path), ("class", "line"), ("style", $"stroke:{series.Color.Css};{Pen(series.Style)}"));
    }

    /// <summary>Width and dashes of a line.</summary>
    public static string Pen(LineStyle style) =>
        $"stroke-width:{AttributeValue.Length(style.Thickness)}{(style.Dashed ? ";stroke-dasharray:7 4" : "")}";

    /// <summary>
    /// The part of the distance between sparse markers by which a line's first one comes earlier, so that those of neighbours do not meet;
    /// 0 where markers are not sparse.
    /// </summary>
    public static double Stagger(Series series, int index) => series.IsSparse ? (1 + index % 4) / 4.0 : 0;

    public static void WriteMarkers(MarkupWriter svg, ChartFrame frame, Series series, int index)
    {
        if (!series.HasMarkers)
        {
            return;
        }

        var sparse = Stagger(series, index);
        var apart = sparse > 0 ? frame.Plot.Width / SparseMarkers : MarkerShape.Size;
        (double X, double Y)? last = null;
        foreach (var (pointX, pointY) in series.Points)
        {
            double x = frame.X(pointX), y = frame.Y(pointY);
            if (!double.IsFinite(x) || !double.IsFinite(y) || !frame.Plot.Contains(x, y))
            {
                continue;
            }

            last ??= sparse > 0 ? (x - sparse * apart, y) : null;

            // Along a line, a marker that would stand on the one before hides its shape; the line says enough.
            if (series.Connected && last is { } before && Math.Max(Math.Abs(x - before.X), sparse > 0 ? 0 : Math.Abs(y - before.Y)) < apart)
            {
                continue;
            }

            last = (x, y);
            MarkerShape.Write(svg, series.Color, x, y, Tooltip(frame.Chart, series.Name, pointX, pointY));
        }
    }

    public static void WriteGuide(MarkupWriter svg, ChartFrame frame, Guide guide)
    {
        var (x, y) = (frame.XRange, frame.YRange);
        var slope = guide.Slope;
        if (x.Scale != AxisScale.Linear && y.Scale != AxisScale.Linear)
        {
            slope *= AxisRange.Forward(y.Scale, Math.E) / AxisRange.Forward(x.Scale, Math.E);
        }

        // In the axes' units the guide is straight, and as long as the data it is compared with; the clip of the plot cuts it where it
        // leaves.
        double At(double along) =>
            AxisRange.Forward(y.Scale, guide.Through.Y) + slope * (along - AxisRange.Forward(x.Scale, guide.Through.X));
        double Height(double along) =>
            Math.Clamp(frame.Plot.Bottom - (At(along) - y.Low) / (y.High - y.Low) * frame.Plot.Height, -1e6, 1e6);
        double Along(double along) => frame.Plot.Left + (along - x.Low) / (x.High - x.Low) * frame.Plot.Width;
        var (from, to) = frame.DataX;
        svg.Open("line", ("x1", Along(from)), ("y1", Height(from)), ("x2", Along(to)), ("y2", Height(to)),
            ("class", "guide"),
            ("style", $"stroke:{guide.Color.Css}"));
        svg.Element("title", guide.Label).Close();
    }

    /// <summary>What is said about a point: name, then both numbers with the names of their axes.</summary>
    public static string Tooltip(Chart chart, string name, double x, double y)
    {
        var numbers = $"{chart.X.Label}: {NumberText.OnAxis(x, chart.X.Scale)}\n{chart.Y.Label}: {NumberText.OnAxis(y, chart.Y.Scale)}";
        return name.Length > 0 ? $"{name}\n{numbers}" : numbers;
    }

    // A point that cannot be shown lifts the pen.
    private static string Path(IEnumerable<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        var down = false;
        foreach (var (x, y) in points)
        {
            var shown = double.IsFinite(x) && double.IsFinite(y);
            if (shown)
            {
                path.Append(down ? 'L' : 'M').Append(Coordinate(x)).Append(' ').Append(Coordinate(y));
            }

            down = shown;
        }

        return path.ToString();

        // Far outside, a browser's own arithmetic gives up; the clip hides it anyway.
        static string Coordinate(double at) => AttributeValue.Length(Math.Clamp(at, -1e6, 1e6));
    }
}
