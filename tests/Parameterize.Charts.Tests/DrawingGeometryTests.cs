namespace Parameterize.Charts.Tests;

/// <summary>
/// Whatever the data, no text leaves its drawing or stands on another one: on a page, on a phone, in a file of its own, in a grid.
/// </summary>
public class DrawingGeometryTests
{
    private const string Long = "the root mean square of the change of every hidden layer, relative to its size at the start of training";
    private static readonly (AxisScale X, AxisScale Y)[] Scales =
        [(AxisScale.Log2, AxisScale.Linear), (AxisScale.Log10, AxisScale.Log10), (AxisScale.Linear, AxisScale.Log2)];

    public static TheoryData<string> Kinds => [.. Data.Keys];

    private static Dictionary<string, Func<Noise, int, (double X, double Y)[]>> Data { get; } = new()
    {
        ["curves"] = (noise, _) => Points(8, k => (Math.Pow(2, k - 10), Math.Exp(noise.Next()))),
        ["one point"] = (noise, _) => [(64, Math.Exp(noise.Next()))],
        ["one width"] = (noise, _) => Points(5, _ => (64, Math.Exp(noise.Next()))),
        ["tiny ranges"] = (noise, _) => Points(6, k => (1000 + 1e-4 * k, 0.123456 + 1e-7 * noise.Next())),
        ["huge ranges"] = (noise, _) => Points(9, k => (Math.Pow(10, 30 * k - 120), Math.Exp(200 * noise.Next()))),
        ["large numbers"] = (noise, _) => Points(6, k => (123_456_789.0 * (k + 1), 9.87654321e15 * (1 + noise.Next()))),
        ["small numbers"] = (noise, _) => Points(6, k => (1.2345e-12 * (k + 1), 1e-9 * noise.Next())),
        ["negative numbers"] = (noise, _) => Points(6, k => (k - 3, -100_000 * Math.Exp(noise.Next()))),
        ["diverged"] = (noise, series) => Points(8, k => (Math.Pow(2, k), k > 3 + series % 4 ? double.NaN : Math.Exp(noise.Next()))),
        ["diverged to infinity"] = (_, _) => Points(4, k => (k, k == 0 ? 1 : double.PositiveInfinity)),
        ["nothing but NaN"] = (_, _) => Points(4, _ => (double.NaN, double.NaN)),
        ["equal"] = (_, _) => Points(5, k => (Math.Pow(2, k), 3)),
        ["no points"] = (_, _) => [],
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_text_is_cut_or_covered(string kind)
    {
        var noise = new Noise(8);
        foreach (var (x, y) in Scales)
            foreach (var count in (int[])[1, 2, 6, 13])
                foreach (var words in (bool[])[false, true])
                {
                    var (one, other) = (Chart(kind, noise, x, y, count, words), Chart(kind, noise, x, y, count, words));
                    var about = $"{kind}, {x} {y}, {count} series{(words ? ", long words" : "")}";
                    var grid = new ChartGrid(words ? Long : "grid") { Columns = 2, Range = (PanelRange)(count % 3) }.Add(one)
                        .Add(other)
                        .Add(one);
                    TextBoxes.Check(one.ToSvg(), about);
                    TextBoxes.Check(grid.ToSvg(), about);
                    TextBoxes.Check(new ReportPage("page").Section("chart", "", one).Section("grid", "", grid).ToHtml(), about);
                }
    }

    // As Chromium measures them in DejaVu Sans, plain and bold.
    [Theory]
    [InlineData("WWWW", 3.956, 4.412)]
    [InlineData("mmmm", 3.896, 4.168)]
    [InlineData("iiii", 1.112, 1.372)]
    [InlineData("0123456789", 6.36, 6.96)]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 17.465, 19.474)]
    [InlineData("abcdefghijklmnopqrstuvwxyz", 14.574, 16.205)]
    public void Widths_are_those_of_the_widest_font_at_least(string text, double plain, double bold)
    {
        Assert.InRange(TextMetrics.Width(text, 1), plain - 0.01, 1.05 * plain);
        if (text.Length > 4) Assert.InRange(TextMetrics.Bold * TextMetrics.Width(text, 1), bold - 0.01, 1.06 * bold);
    }

    [Fact]
    public void Lines_of_one_name_share_a_legend_entry()
    {
        var chart = new Chart("theory");
        for (var mode = 0; mode < 6; mode++)
            chart.Line($"mode {mode}", [(0, mode), (1, mode + 1)], style: LineStyle.Of(SeriesColor.Sequence(mode, 6)))
                .Line("closed form", [(0, mode), (1, mode + 1)], style: LineStyle.Of(SeriesColor.Sequence(mode, 6)) with { Dashed = true });
        var entry = Assert.Single(LegendEntry.Of(chart, lines: true), entry => entry.Name == "closed form");
        Assert.Equal(SeriesColor.Ink, entry.Color);
        Assert.True(entry.Dashed);
    }

    [Fact]
    public void A_line_and_the_cloud_of_its_name_share_a_legend_entry()
    {
        var style = LineStyle.Of(SeriesColor.Categorical(2));
        var chart = new Chart("theory").Line("other", [(0, 1), (1, 2)])
            .Line("ridge 1", [(0, 0), (1, 1)], style: style with { Markers = false }).Scatter("ridge 1", [(0, 0.1), (1, 0.9)], style);
        Assert.Equal(
            [
                new LegendEntry("other", SeriesColor.Categorical(0), LegendSign.MarkedLine),
                new LegendEntry("ridge 1", SeriesColor.Categorical(2), LegendSign.MarkedLine),
            ],
            LegendEntry.Of(chart, lines: true));
    }

    [Fact]
    public void Plots_of_a_grid_are_level_whatever_stands_above_them()
    {
        var plain = new Chart("short").Line("a", [(1, 1), (2, 2)]);
        var tall = new Chart(Long);
        for (var series = 0; series < 6; series++) tall.Line($"width {64L << series}", [(1, 1), (2, series)]);
        var frames = new ChartGrid("grid").Add(plain).Add(tall).LayLevel(ChartSize.Panel);
        Assert.Equal(frames[1].Plot.Top, frames[0].Plot.Top);
        Assert.Equal(frames[1].Height, frames[0].Height);
    }

    [Fact]
    public void Panels_of_ranges_of_one_length_show_slopes_alike()
    {
        var flat = new Chart("flat") { Y = Axis.Log10("y") }.Line("a", [(1, 1), (2, 2)]);
        var steep = new Chart("steep") { Y = Axis.Log10("y") }.Line("a", [(1, 1e-6), (2, 1e-3)]);
        var grid = new ChartGrid("grid") { Range = PanelRange.SameLength }.Add(flat).Add(steep);
        var (one, other) = (grid.RangeOfY(flat), grid.RangeOfY(steep));
        Assert.Equal(other.High - other.Low, one.High - one.Low, 1e-9);
        Assert.Equal(Math.Log10(2) / 2, (one.Low + one.High) / 2, 1e-9);
        Assert.Equal(-4.5, (other.Low + other.High) / 2, 1e-9);
    }

    private static Chart Chart(string kind, Noise noise, AxisScale x, AxisScale y, int count, bool words)
    {
        var chart = new Chart(words ? $"{Long} Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenantragsformular" : "loss over rate")
        { X = new Axis(words ? Long : "learning rate", x), Y = new Axis(words ? Long : "loss", y) };
        for (var series = 0; series < count; series++)
        {
            var points = Data[kind](noise, series);
            chart.Line(
                words ? $"{series}: {Long}" : $"width {64L << series}", points,
                [.. points.Select(point => (point.X, 0.9 * point.Y, 1.1 * point.Y))]);
            if (points.Length > 0)
                chart.Mark(points[series % points.Length], words ? $"the best of {series}, and {Long}" : $"best {series}");
        }

        return chart.Guide(-0.5, (3, 3), words ? Long : "n^-1/2");
    }

    private static (double X, double Y)[] Points(int count, Func<int, (double X, double Y)> point) =>
        [.. Enumerable.Range(0, count).Select(point)];
}
