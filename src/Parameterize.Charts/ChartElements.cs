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

    /// <summary>Whether points are drawn: always in a cloud.</summary>
    public bool HasMarkers => !Connected || Style.Markers;

    /// <summary>Whether only some points of a line are drawn: enough to tell it from its neighbours, too few to hide it.</summary>
    public bool IsSparse => Connected && Points.Count > MarkersUpTo;
}

/// <summary>A dashed line of a known slope through a point.</summary>
internal sealed record Guide(double Slope, (double X, double Y) Through, string Label, SeriesColor Color);

/// <summary>A point to look at.</summary>
internal sealed record PointMark((double X, double Y) Point, string Label, SeriesColor Color);
