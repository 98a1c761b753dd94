using System.Globalization;
using System.Xml.Linq;

namespace Parameterize.Charts.Tests;

public class ChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_drawing_is_whole_xml_without_NaN_whatever_the_numbers()
    {
        double[] odd = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, -1, 1e-320, 1e308, -1e308, 3];
        var noise = new Noise(4);
        foreach (var x in Enum.GetValues<AxisScale>())
            foreach (var y in Enum.GetValues<AxisScale>())
                for (var i = 0; i < 40; i++)
                {
                    var chart = new Chart("odd") { X = new Axis("x", x), Y = new Axis("y", y) };
                    for (var series = 0; series < i % 4; series++)
                    {
                        var points = Enumerable.Range(0, 6).Select(_ => (Pick(), Pick())).ToArray();
                        chart.Line($"s{series}", points, points.Select(point => (point.Item1, point.Item2, Pick())));
                    }

                    chart.Scatter("cloud", [(Pick(), Pick())]).Mark((Pick(), Pick()), "mark").Guide(noise.Between(-9, 9), (3, 3), "guide");
                    Check(chart.ToSvg());
                }

        double Pick() => odd[(int)noise.Between(0, odd.Length)];
    }

    [Fact]
    public void An_empty_chart_is_a_drawing() => Check(new Chart("nothing").ToSvg());

    [Fact]
    public void Names_are_escaped_in_every_place()
    {
        const string evil = "</svg><script>alert(1)</script> & \"x\" 'y' \u0000\u0001\uD800 ]]>";
        var chart = new Chart(evil) { X = Axis.Log2(evil), Y = Axis.Linear(evil) }.Line(evil, [(1, 1), (2, 3)]).Guide(1, (1, 1), evil)
            .Mark((2, 3), evil);
        var grid = new ChartGrid(evil).Add(chart);
        var page = new ReportPage(evil) { Introduction = evil }
            .Section(evil, evil, chart, null, evil).Section(evil, evil, grid, new ReportTable(evil).Row(evil)).Section(evil, evil);
        foreach (var text in (string[])[chart.ToSvg(), grid.ToSvg(), page.ToHtml()])
        {
            Check(text);
            Assert.DoesNotContain("<script>alert", text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void A_guide_rises_as_its_exponent_says_on_any_logarithms()
    {
        var chart = new Chart("g") { X = Axis.Log2("n").Within(1, 1024), Y = Axis.Log10("y").Within(0.01, 1) };
        chart.Guide(-0.5, (1, 1), "n^-1/2");
        var line = XDocument.Parse(chart.ToSvg()).Descendants(Svg + "line").Single(one => one.Element(Svg + "title") is not null);
        var plot = ChartFrame.Of(chart, ChartSize.Wide).Plot;

        // From 1 down to 1/32, of the two decades shown.
        Assert.Equal(plot.Top, Number(line, "y1"), 1);
        Assert.Equal(plot.Top + plot.Height * Math.Log10(32) / 2, Number(line, "y2"), 1);
    }

    [Fact]
    public void Divergence_leaves_a_gap_in_the_line_and_a_mark_in_the_table()
    {
        var chart = new Chart("gap").Line("loss", [(1, 1), (2, 2), (3, double.NaN), (4, 1), (5, 2)]);
        Assert.Contains(XDocument.Parse(chart.ToSvg()).Descendants(Svg + "path"),
            path => path.Attribute("d")!.Value.Count(letter => letter == 'M') == 2
            && (string?)path.Attribute("class") == "line");
        Assert.Equal(["1", "2", "NaN", "1", "2"], chart.ToTable().Rows.Select(row => row[1].Text));
    }

    [Fact]
    public void Colours_are_readable_by_day_and_by_night()
    {
        var all = Palette.Categories.Concat(Enumerable.Range(0, Palette.Shades).Select(Palette.Shade)).ToArray();
        Assert.All(all, color => Assert.True(OkLab.Contrast(color.Light, Palette.LightSurface) >= 3, $"{color.Light} by day"));
        Assert.All(all, color => Assert.True(OkLab.Contrast(color.Dark, Palette.DarkSurface) >= 3, $"{color.Dark} by night"));
        var shades = Enumerable.Range(0, Palette.Shades).Select(Palette.Shade).ToArray();
        Assert.All(shades.Zip(shades.Skip(1)), pair => Assert.True(OkLab.ToLab(pair.First.Light).L > OkLab.ToLab(pair.Second.Light).L));
        Assert.All(shades.Zip(shades.Skip(1)), pair => Assert.True(OkLab.ToLab(pair.First.Dark).L < OkLab.ToLab(pair.Second.Dark).L));
    }

    [Fact]
    public void Numbers_on_tints_are_readable_and_both_sides_of_zero_differ_to_every_eye()
    {
        var tints = Enumerable.Range(-Palette.Tints, 2 * Palette.Tints + 1).Select(Palette.Tint).ToArray();
        Assert.All(tints, tint => Assert.True(OkLab.Contrast(tint.Light, Palette.LightInk) >= 4.5, $"{tint.Light} by day"));
        Assert.All(tints, tint => Assert.True(OkLab.Contrast(tint.Dark, Palette.DarkInk) >= 4.5, $"{tint.Dark} by night"));
        Assert.True(ColorVision.Distance(tints[0].Light, tints[^1].Light) >= 0.07);
        Assert.True(ColorVision.Distance(tints[0].Dark, tints[^1].Dark) >= 0.07);
    }

    [Fact]
    public void A_heat_map_draws_every_number_once_and_frames_what_is_framed()
    {
        const string evil = "</svg><script> & \"x\" \u0001";
        var map = new HeatMap(
            evil, ["a", evil], ["one", "two"]) { ColumnLabel = evil, RowLabel = "rows", ValueLabel = "slope", FrameLabel = "sound" }
            .Cell(0, 0, -0.5).Cell(0, 1, double.PositiveInfinity).Cell(1, 0, 0.004, framed: true).Cell(1, 1, double.NaN);
        Check(map.ToSvg());
        Check(new ReportPage("p").Section("h", "t", map).ToHtml());
        var cells = XDocument.Parse(map.ToSvg()).Descendants(Svg + "rect")
            .Where(one => ((string?)one.Attribute("class"))?.StartsWith("cell", StringComparison.Ordinal) == true).ToArray();
        Assert.Equal(["−0.50", "∞", "0.00, sound", "NaN"], cells.Select(cell => cell.Element(Svg + "title")!.Value.Split(": ")[^1]));
        Assert.Equal([3, 12, 6, 6], cells.Select(cell => Tint((string)cell.Attribute("style")!)));
        Assert.Equal("cell framed", (string?)cells[2].Attribute("class"));
        Assert.Equal(["−0.5", "∞", "0.004", "NaN"], map.ToTable().Rows.Select(row => row[2].Text.Replace('-', '−')));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.Cell(2, 0, 1));

        static int Tint(string style) => int.Parse(style.Split("--t")[1].TrimEnd(')'), CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Colours_differ_to_every_eye_by_day_and_by_night()
    {
        for (var one = 0; one < Palette.Categories.Length; one++)
            for (var other = 0; other < one; other++)
            {
                var (a, b) = (Palette.Categories[one], Palette.Categories[other]);
                Assert.True(ColorVision.Distance(a.Light, b.Light) >= 0.07, $"{a.Light} and {b.Light} by day");
                Assert.True(ColorVision.Distance(a.Dark, b.Dark) >= 0.07, $"{a.Dark} and {b.Dark} by night");
            }

        // Neighbours of six ordered things are told apart by lightness, and by the shape of their markers.
        for (var index = 1; index < 6; index++)
        {
            var (a, b) = (Palette.Shade((int)Math.Round((index - 1) * 3.2)), Palette.Shade((int)Math.Round(index * 3.2)));
            Assert.True(ColorVision.Distance(a.Light, b.Light) >= 0.025, $"{a.Light} and {b.Light} by day");
            Assert.True(ColorVision.Distance(a.Dark, b.Dark) >= 0.025, $"{a.Dark} and {b.Dark} by night");
        }
    }

    [Fact]
    public void A_guide_is_as_long_as_the_data()
    {
        var chart = new Chart("g") { X = Axis.Log2("n"), Y = Axis.Log10("y") }.Line("a", [(64, 1), (128, 0.7), (1024, 0.25)]);
        chart.Guide(-0.5, (64, 1), "n^-1/2");
        var frame = ChartFrame.Of(chart, ChartSize.Wide);
        var line = XDocument.Parse(chart.ToSvg()).Descendants(Svg + "line").Single(one => one.Element(Svg + "title") is not null);
        Assert.Equal(frame.X(64), Number(line, "x1"), 0.02);
        Assert.Equal(frame.Y(1), Number(line, "y1"), 0.02);
        Assert.Equal(frame.X(1024), Number(line, "x2"), 0.02);
        Assert.Equal(frame.Y(0.25), Number(line, "y2"), 0.02);
    }

    [Fact]
    public void Markers_of_a_line_do_not_stand_on_one_another()
    {
        var points = Enumerable.Range(0, 70).Select(k => ((double)k, Math.Sin(k))).ToArray();
        var near = XDocument.Parse(new Chart("near").Line("a", points.Select(one => (one.Item1 / 50, 1.0)).Append((100, 1))).ToSvg());
        Assert.InRange(near.Descendants(Svg + "path").Count(path => (string?)path.Attribute("class") == "marker"), 2, 4);
        var cloud = XDocument.Parse(new Chart("cloud").Scatter("a", points).ToSvg());
        Assert.Equal(points.Length, cloud.Descendants(Svg + "path").Count(path => (string?)path.Attribute("class") == "marker"));
    }

    [Fact]
    public void Long_lines_side_by_side_have_markers_of_several_shapes_at_several_places()
    {
        var chart = new Chart("long") { X = Axis.Linear("x"), Y = Axis.Linear("y") };
        foreach (var line in Enumerable.Range(0, 4))
        {
            var points = Enumerable.Range(0, 500).Select(x => ((double)x, line + x / 1000.0));
            chart.Line($"line {line}", points, style: LineStyle.Of(SeriesColor.Sequence(line, 4)));
        }

        var markers = XDocument.Parse(chart.ToSvg()).Descendants(Svg + "g").Single(one => (string?)one.Attribute("class") == "points")
            .Elements(Svg + "path").GroupBy(one => one.Attribute("d")!.Value).ToArray();
        Assert.Equal(4, markers.Length);
        Assert.All(markers, line => Assert.InRange(line.Count(), 6, 9));
        var places = markers.SelectMany(line => line.Select(one => one.Attribute("transform")!.Value.Split(' ')[0])).ToArray();
        Assert.Equal(places.Length, places.Distinct().Count());
    }

    private static void Check(string markup)
    {
        var document = XDocument.Parse(markup);
        foreach (var drawing in document.Descendants(Svg + "svg"))
        {
            Assert.Equal("img", (string?)drawing.Attribute("role"));
            Assert.False(string.IsNullOrEmpty((string?)drawing.Attribute("aria-label")));
            foreach (var attribute in drawing.Descendants().Attributes()
                .Where(one => one.Name.LocalName is not ("style" or "id" or "aria-label")))
            {
                Assert.DoesNotContain("NaN", attribute.Value, StringComparison.Ordinal);
                Assert.DoesNotContain("∞", attribute.Value, StringComparison.Ordinal);
            }
        }

        var ids = document.Descendants().Attributes("id").Select(one => one.Value).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
