using Parameterize.Charts.Axes;

namespace Parameterize.Charts.Svg;

/// <summary>Where everything of one chart lies in one drawing, from the sizes of its texts.</summary>
internal sealed class ChartFrame
{
    private ChartFrame(Chart chart, ChartSize size, AxisRange x, AxisRange y) => (Chart, Size, XRange, YRange) = (chart, size, x, y);

    public Chart Chart { get; }

    public ChartSize Size { get; }

    /// <summary>Height of the whole drawing: a long legend makes it taller and not its plot lower.</summary>
    public double Height => Plot.Bottom + 2 * Size.FontSize + 21;

    public AxisRange XRange { get; }

    public AxisRange YRange { get; }

    /// <summary>
    /// From the first to the last point of the series, in units of the horizontal axis; all of the axis where that is no length.
    /// </summary>
    public (double Low, double High) DataX { get; private init; }

    public IReadOnlyList<string> Title { get; private init; } = [];

    public LegendLayout Legend { get; private init; } = LegendLayout.None;

    public double LegendTop { get; private init; }

    /// <summary>Where data is drawn.</summary>
    public Rectangle Plot { get; private set; }

    public IReadOnlyList<Tick> XTicks { get; private set; } = [];

    public IReadOnlyList<Tick> YTicks { get; private set; } = [];

    /// <summary>Names at the ends of the lines; empty when a legend names them.</summary>
    public IReadOnlyList<EndLabel> EndLabels { get; private set; } = [];

    public double TitleSize => Size.FontSize + 2;

    /// <summary>Lays out a chart: names at the ends of lines where they fit, else a legend above the plot.</summary>
    /// <param name="chart">What to draw.</param>
    /// <param name="size">The format.</param>
    /// <param name="y">The vertical range, when it is shared.</param>
    /// <param name="ownLegend">False when a legend for several charts stands elsewhere.</param>
    /// <param name="leastTop">Where the plot starts at the earliest, so that it can stand level with its neighbours.</param>
    public static ChartFrame Of(Chart chart, ChartSize size, AxisRange? y = null, bool ownLegend = true, double leastTop = 0)
    {
        var range = y ?? RangeOfY(chart, [chart]);
        if (ownLegend && size.EndLabels)
        {
            var direct = Lay(chart, size, range, LegendEntry.Of(chart, lines: false), EndLabel.Room(chart, size), leastTop);
            direct.EndLabels = EndLabel.Place(direct);
            if (direct.EndLabels.Count > 0)
            {
                return direct;
            }
        }

        return Lay(chart, size, range, ownLegend ? LegendEntry.Of(chart, lines: true) : [], 16, leastTop);
    }

    /// <summary>The vertical range of a chart that holds the data of all given charts.</summary>
    public static AxisRange RangeOfY(Chart chart, IEnumerable<Chart> charts) => AxisRange.Of(
        chart.Y,
        charts.SelectMany(one => one.Series.SelectMany(series => series.Points.Select(point => point.Y)
                .Concat(series.Band.SelectMany(band => (double[])[band.Low, band.High])))
            .Concat(one.Marks.Select(mark => mark.Point.Y))));

    /// <summary>Horizontal place of a number; NaN if the axis cannot show it.</summary>
    public double X(double number) => Plot.Left + XRange.Position(number) * Plot.Width;

    /// <summary>Vertical place of a number; NaN if the axis cannot show it.</summary>
    public double Y(double number) => Plot.Bottom - YRange.Position(number) * Plot.Height;

    /// <summary>The middle of a label below the horizontal axis: under its tick, but inside the drawing.</summary>
    public double LabelX(Tick tick)
    {
        var half = TextMetrics.Width(tick.Label, Size.FontSize) / 2;
        return Math.Max(half, Math.Min(X(tick.Value), Size.Width - half));
    }

    private static AxisRange RangeOfX(Chart chart) => AxisRange.Of(
        chart.X,
        chart.Series.SelectMany(series => series.Points.Select(point => point.X).Concat(series.Band.Select(band => band.X)))
            .Concat(chart.Marks.Select(mark => mark.Point.X)));

    private static (double Low, double High) DataXOf(Chart chart, AxisRange range)
    {
        var shown = chart.Series.SelectMany(series => series.Points)
            .Where(point => double.IsFinite(AxisRange.Forward(chart.Y.Scale, point.Y)))
            .Select(point => AxisRange.Forward(chart.X.Scale, point.X))
            .Where(at => at >= range.Low && at <= range.High).DefaultIfEmpty(range.Low).ToArray();
        return shown.Min() < shown.Max() ? (shown.Min(), shown.Max()) : (range.Low, range.High);
    }

    private static ChartFrame Lay(
        Chart chart, ChartSize size, AxisRange y, IReadOnlyList<LegendEntry> entries, double right, double leastTop)
    {
        const double edge = 12;
        var title = TextMetrics.Wrap(chart.Title, TextMetrics.Bold * (size.FontSize + 2), size.Width - 2 * edge);
        var legendTop = 10 + title.Count * (size.FontSize + 7);
        var x = RangeOfX(chart);
        var frame = new ChartFrame(chart, size, x, y)
        {
            DataX = DataXOf(chart, x),
            Title = title,
            LegendTop = legendTop,
            Legend = LegendLayout.Of(entries, size.FontSize, size.Width - 2 * edge),
        };

        // The label of y stands above its axis, level: it needs no turned head and no width.
        var top = Math.Max(leastTop, legendTop + frame.Legend.Height + size.FontSize + 17);
        var bottom = top + size.PlotHeight;
        frame.YTicks = TickMarks.For(y, Math.Max(3, (int)((bottom - top) / (2.6 * size.FontSize))));
        var left = edge + 8 + frame.YTicks.Max(tick => TextMetrics.Width(tick.Label, size.FontSize));
        frame.Plot = new Rectangle(left, top, Math.Max(60, size.Width - left - right), bottom - top);
        frame.XTicks = frame.TicksThatFit();
        return frame;
    }

    private IReadOnlyList<Tick> TicksThatFit()
    {
        // Powers are few and each is worth its label; equal steps would crowd a small plot.
        var most = XRange.Scale == AxisScale.Linear ? Math.Clamp((int)(Plot.Width / 45), 3, 12) : 12;
        for (; ; most--)
        {
            var ticks = TickMarks.For(XRange, most);
            if (AreApart(ticks))
            {
                return ticks;
            }

            if (most == 3)
            {
                return Thinned(ticks);
            }
        }
    }

    // Where even few labels are too long, those that collide with the one before stay away; their ticks remain.
    private IReadOnlyList<Tick> Thinned(IReadOnlyList<Tick> ticks)
    {
        var kept = new List<Tick>();
        foreach (var tick in ticks)
        {
            kept.Add(AreApart([.. kept, tick]) ? tick : tick with { Label = "" });
        }

        return kept;
    }

    private bool AreApart(IReadOnlyList<Tick> ticks)
    {
        var labelled = ticks.Where(tick => tick.Label.Length > 0)
            .Select(tick => (At: LabelX(tick), Half: TextMetrics.Width(tick.Label, Size.FontSize) / 2 + 5)).ToArray();
        return labelled.Zip(labelled.Skip(1)).All(pair => pair.Second.At - pair.First.At >= pair.First.Half + pair.Second.Half);
    }
}
