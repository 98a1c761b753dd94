using Parameterize.Charts.Axes;
using Parameterize.Charts.Report;
using Parameterize.Charts.Svg;

namespace Parameterize.Charts;

/// <summary>
/// A line or scatter chart. Drawn twice for a page (for a phone and for a desk) and once for a stand-alone file; the numbers come with it
/// as a table. In all texts <c>n^-1/2</c> and <c>n^(1/2)</c> show a raised exponent.
/// </summary>
/// <param name="title">What is seen, in a few words.</param>
public sealed class Chart(string title) : Figure(title)
{
    private readonly List<Series> _series = [];
    private readonly List<Guide> _guides = [];
    private readonly List<PointMark> _marks = [];

    /// <summary>The horizontal axis.</summary>
    public Axis X { get; init; } = Axis.Linear("");

    /// <summary>The vertical axis.</summary>
    public Axis Y { get; init; } = Axis.Linear("");

    internal IReadOnlyList<Series> Series => _series;

    internal IReadOnlyList<Guide> Guides => _guides;

    internal IReadOnlyList<PointMark> Marks => _marks;

    internal override string Description =>
        $"{Title}: {Y.Label} over {X.Label}; {string.Join(", ", _series.Select(one => one.Name).Distinct())}";

    /// <summary>Adds a line. Points that are NaN or infinite, or cannot be shown on the axis, leave a gap.</summary>
    /// <param name="name">Name for legend and table.</param>
    /// <param name="points">(x, y), drawn in this order.</param>
    /// <param name="band">(x, low, high), for instance the extremes over seeds.</param>
    /// <param name="style">Colour and kind; null for the next colour of the palette.</param>
    public Chart Line(
        string name,
        IEnumerable<(double X, double Y)> points,
        IEnumerable<(double X, double Low, double High)>? band = null,
        LineStyle? style = null) => Add(name, points, band, style, connected: true);

    /// <summary>Adds a line through the middle of several seeds with a band over them.</summary>
    public Chart Line(string name, SeedBand seeds, LineStyle? style = null)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        return Add(name, seeds.Points, seeds.Band, style, connected: true);
    }

    /// <summary>Adds points without a line.</summary>
    public Chart Scatter(string name, IEnumerable<(double X, double Y)> points, LineStyle? style = null) =>
        Add(name, points, null, style, connected: false);

    /// <summary>
    /// Adds a dashed line of known slope. On two logarithmic axes the slope is the exponent, whatever the bases: y = y0 (x/x0)^slope.
    /// Else it is the rise in the units of the axes: per doubling on a Log2 axis, per decade on a Log10 axis. Guides of one label share a
    /// legend entry.
    /// </summary>
    /// <exception cref="ArgumentException">The slope is not finite, or the axes cannot show the point.</exception>
    public Chart Guide(double slope, (double X, double Y) through, string label, SeriesColor? color = null)
    {
        if (!double.IsFinite(slope))
        {
            throw new ArgumentException("The slope of a guide must be finite.", nameof(slope));
        }

        if (!double.IsFinite(AxisRange.Forward(X.Scale, through.X)) || !double.IsFinite(AxisRange.Forward(Y.Scale, through.Y)))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The axes cannot show the point ({through.X}, {through.Y}) of guide '{label}'."),
                nameof(through));
        }

        _guides.Add(new Guide(slope, through, label, color ?? SeriesColor.Ink));
        return this;
    }

    /// <summary>
    /// Rings a point, for instance an optimum; in the colour of the line added last unless another is given. Not drawn if not finite.
    /// </summary>
    public Chart Mark((double X, double Y) point, string label = "", SeriesColor? color = null)
    {
        ArgumentNullException.ThrowIfNull(label);
        _marks.Add(new PointMark(point, label, color ?? (_series.Count > 0 ? _series[^1].Color : SeriesColor.Ink)));
        return this;
    }

    /// <inheritdoc/>
    public override ReportTable ToTable() => ChartTable.Of(this);

    /// <inheritdoc/>
    public override string ToSvg() => StandaloneSvg.Of(this);

    internal override void WriteHtml(MarkupWriter page, string id) => ChartHtml.Write(page, this, id);

    private Chart Add(
        string name,
        IEnumerable<(double X, double Y)> points,
        IEnumerable<(double X, double Low, double High)>? band,
        LineStyle? style,
        bool connected)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(points);

        // Past the palette's end colours come again; dashes tell the second round from the first.
        style ??= new LineStyle { Dashed = _series.Count >= Palette.Categories.Length };
        _series.Add(
            new Series(name, [.. points], [.. band ?? []], style, style.Color ?? SeriesColor.Categorical(_series.Count), connected));
        return this;
    }
}
