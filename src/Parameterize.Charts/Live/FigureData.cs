using System.Text.Json.Nodes;
using Parameterize.Charts.Axes;
using Parameterize.Charts.Svg;

namespace Parameterize.Charts.Live;

/// <summary>The numbers of a figure in full, and where its drawings have what: all that the page's script draws again from.</summary>
internal static class FigureData
{
    /// <summary>As JSON in which no character has a meaning to HTML.</summary>
    /// <param name="title">The figure's title.</param>
    /// <param name="sameRange">Whether all panels show one vertical range.</param>
    /// <param name="drawings">The drawings in their order in the page. Those of one chart share its numbers.</param>
    public static string Of(string title, bool sameRange, IReadOnlyList<ChartFrame> drawings)
    {
        var panels = drawings.DistinctBy(frame => frame.Chart).ToArray();
        var index = panels.Index().ToDictionary(panel => panel.Item.Chart, panel => panel.Index);
        return new JsonObject
        {
            ["title"] = title,
            ["same"] = sameRange,
            ["panels"] = Array(panels, Panel),
            ["drawings"] = Array(drawings, frame => new JsonObject
            {
                ["panel"] = index[frame.Chart],
                ["width"] = frame.Size.Width,
                ["right"] = frame.Size.Width - frame.Plot.Right,
                ["font"] = frame.Size.FontSize,
                ["plot"] = new JsonObject
                {
                    ["left"] = frame.Plot.Left,
                    ["top"] = frame.Plot.Top,
                    ["width"] = frame.Plot.Width,
                    ["height"] = frame.Plot.Height,
                },
            }),
        }.ToJsonString();
    }

    private static JsonObject Panel(ChartFrame frame)
    {
        var (chart, shared) = (frame.Chart, LegendEntry.SharedMarks(frame.Chart).ToHashSet(StringComparer.Ordinal));
        return new JsonObject
        {
            ["title"] = chart.Title,
            ["x"] = AxisOf(chart.X, frame.XRange),
            ["y"] = AxisOf(chart.Y, frame.YRange),
            ["series"] = Array(chart.Series.Index(), one => SeriesOf(chart, one.Item, one.Index)),
            ["guides"] = Array(chart.Guides, guide => new JsonObject
            {
                ["label"] = guide.Label,
                ["color"] = guide.Color.Css,
                ["of"] = Owner(chart, guide.Color),
                ["slope"] = guide.Slope,
                ["x"] = guide.Through.X,
                ["y"] = guide.Through.Y,
                ["span"] = Numbers(frame.XRange.Backward(frame.DataX.Low), frame.XRange.Backward(frame.DataX.High)),
            }),
            ["marks"] = Array(chart.Marks, mark => new JsonObject
            {
                ["label"] = mark.Label,
                ["color"] = mark.Color.Css,
                ["of"] = Owner(chart, mark.Color),
                ["shared"] = shared.Contains(mark.Label),
                ["x"] = Number(mark.Point.X),
                ["y"] = Number(mark.Point.Y),
            }),
        };
    }

    private static JsonObject AxisOf(Axis axis, AxisRange range) => new()
    {
        ["label"] = axis.Label,
        ["scale"] = axis.Scale.ToString(),
        ["low"] = range.Low,
        ["high"] = range.High,
    };

    private static JsonObject SeriesOf(Chart chart, Series series, int index) => new()
    {
        ["name"] = series.Name,
        ["color"] = series.Color.Css,
        ["of"] = series.Style.Dashed ? Owner(chart, series.Color) : -1,
        ["line"] = series.Connected ? SeriesDrawing.Pen(series.Style) : null,
        ["marker"] = series.HasMarkers ? MarkerShape.PathOf(series.Color) : null,
        ["sparse"] = SeriesDrawing.Stagger(series, index),
        ["points"] = Array(series.Points.Where(point => double.IsFinite(point.X)), point => Numbers(point.X, point.Y)),
        ["band"] = Array(series.Band.Where(band => double.IsFinite(band.X)), band => Numbers(band.X, band.Low, band.High)),
    };

    // What is dashed, or a ring, in the colour of a measured line is said of that line, and goes when it goes.
    private static int Owner(Chart chart, SeriesColor color) => chart.Series.Index()
        .Where(one => one.Item.Color == color && !one.Item.Style.Dashed).Select(one => one.Index).FirstOrDefault(-1);

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode> node) => new([.. items.Select(node)]);

    private static JsonArray Numbers(params IEnumerable<double> numbers) => new([.. numbers.Select(Number)]);

    private static JsonNode? Number(double number) => double.IsFinite(number) ? JsonValue.Create(number) : null;
}
