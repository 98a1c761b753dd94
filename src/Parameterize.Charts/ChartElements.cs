namespace Parameterize.Charts;

/// <summary>A line or a cloud of points.</summary>
internal sealed record Series(
    string Name,
    IReadOnlyList<(double X, double Y)> Points,
    IReadOnlyList<(double X, double Low, double High)> Band,
    LineStyle Style,
    SeriesColor Color,
    bool Connected)
{
    private const int MarkersUpTo = 80;

    /// <summary>Whether each point is drawn: always in a cloud, on a line unless there are too many.</summary>
    public bool HasMarkers => !Connected || (Style.Markers && Points.Count <= MarkersUpTo);
}

/// <summary>A dashed line of a known slope through a point.</summary>
internal sealed record Guide(double Slope, (double X, double Y) Through, string Label, SeriesColor Color);

/// <summary>A point to look at.</summary>
internal sealed record PointMark((double X, double Y) Point, string Label, SeriesColor Color);
