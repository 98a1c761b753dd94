using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Parameterize.Charts.Tests;

public sealed class ReportPageTests : IDisposable
{
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    private static Chart Sweep() => new Chart("Sweep") { X = Axis.Log2("rate"), Y = Axis.Linear("loss") }
        .Line("width 64", SeedBand.Of([(0.25, -1.5), (0.25, 1.5), (0.5, 0.5), (0.5, double.NaN)]), LineStyle.Of(SeriesColor.Richness(0.25)))
        .Guide(-0.57, (0.25, 1), "drift")
        .Mark((0.5, 0.5), "optimum = 2^-1");

    private static ReportPage Page() => new ReportPage("Report") { Introduction = "One.\n\nTwo with `code` and n^(1/2), a lone ` too." }
        .Section("Sweep", "Loss like n^-1/2.", Sweep(), null, "./build.sh demo transfer")
        .Section("Panels", "", new ChartGrid("Panels").Add(Sweep()).Add(Sweep()))
        .Section("Verdicts", "", null, new ReportTable("layer", "verdict").Row("_mix", new TableCell("FAIL", CellTone.Bad)));

    [Fact]
    public void A_heading_says_how_many_verdicts_of_its_table_hold_and_the_page_what_they_mean()
    {
        var table = new ReportTable("layer", "verdict") { Note = "unresolved: cannot be told." }
            .Row("a", new TableCell("pass", CellTone.Good))
            .Row("b", new TableCell("unresolved", CellTone.Unsure))
            .Row("c", new TableCell("FAIL", CellTone.Bad));
        var good = new ReportTable("layer", "verdict").Row("a", new TableCell("pass", CellTone.Good));
        var page = new ReportPage("Page").Section("Slopes", "", table: table).Section("More", "", table: good).Section("Plain", "");
        var html = page.ToHtml();
        Assert.Contains(">Slopes: 1 of 3 as predicted, 1 unresolved, 1 not as predicted</h2>", html, StringComparison.Ordinal);
        Assert.Contains(">More: 1 of 1 as predicted</h2>", html, StringComparison.Ordinal);
        Assert.Contains(">Plain</h2>", html, StringComparison.Ordinal);
        Assert.Contains("<p>unresolved: cannot be told.</p>", html, StringComparison.Ordinal);
        Assert.Equal(new VerdictTally(2, 1, 1), page.Tally);
        Assert.Contains(">2 of 4 as predicted, 1 unresolved, 1 not as predicted.</p>", html, StringComparison.Ordinal);
        Assert.Equal("", new VerdictTally().ToString());
    }

    [Fact]
    public void A_section_has_chart_table_and_command()
    {
        var page = XDocument.Parse(Page().ToHtml());
        var section = page.Descendants(Html + "section").First();
        Assert.Equal(["chart wide live", "chart narrow live"],
            section.Descendants().Where(one => one.Name.LocalName == "svg").Select(one => one.Attribute("class")!.Value));
        Assert.Equal(["rate", "width 64"], section.Descendants(Html + "th").Select(one => one.Value));
        Assert.Equal(["2−2", "0", "2−1", "0.5"], section.Descendants(Html + "td").Select(one => one.Value));
        Assert.Equal("./build.sh demo transfer", section.Descendants(Html + "pre").Single().Value.Trim());
        Assert.Equal("FAIL", page.Descendants(Html + "td").Single(one => (string?)one.Attribute("class") == "bad").Value);
        Assert.Equal(3, page.Descendants(Html + "nav").Single().Descendants(Html + "a").Count());
    }

    [Fact]
    public void Prose_marks_code_and_exponents()
    {
        var header = XDocument.Parse(Page().ToHtml()).Descendants(Html + "header").Single();
        Assert.Equal(
            ["0 of 1 as predicted, 1 not as predicted.", "One.", "Two with code and n1/2, a lone ` too."],
            header.Elements(Html + "p").Select(one => one.Value.Trim()));
        Assert.Equal("1/2", header.Descendants(Html + "sup").Single().Value);
    }

    [Fact]
    public void Nothing_is_loaded_from_elsewhere()
    {
        var page = XDocument.Parse(Page().ToHtml());
        Assert.DoesNotContain(page.Descendants(), one => one.Name.LocalName is "link" or "img" or "iframe");
        Assert.DoesNotContain(page.Descendants(Html + "script").Attributes(), one => one.Name.LocalName == "src");
        Assert.All(page.Descendants().Attributes("href"), link => Assert.StartsWith("#", link.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("@import", Page().ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_stand_beside_a_figure_in_full()
    {
        (double, double)[] points = [(1, 0.1 + 0.2), (2, 1e-300), (3, double.NaN), (4, -Math.PI)];
        var chart = new Chart("</script>") { X = Axis.Linear("x"), Y = Axis.Linear("y") }.Line("]]> <b>", points, [(1, 0.3, 1 / 3.0)]);
        var page = new ReportPage("p").Section("s", "", chart).ToHtml();
        var json = XDocument.Parse(page).Descendants(Html + "script").First().Value;
        Assert.DoesNotContain('<', json);
        var series = JsonNode.Parse(json)!["panels"]![0]!["series"]![0]!;
        Assert.Equal("]]> <b>", series["name"]!.GetValue<string>());
        Assert.Equal(
            [0.1 + 0.2, 1e-300, null, -Math.PI], series["points"]!.AsArray().Select(point => point![1]?.GetValue<double>()));
        Assert.Equal([1, 0.3, 1 / 3.0], series["band"]![0]!.AsArray().Select(number => number!.GetValue<double>()));
        Assert.Equal("</script>", JsonNode.Parse(json)!["title"]!.GetValue<string>());
    }

    [Fact]
    public void A_page_without_a_figure_has_no_script() =>
        Assert.DoesNotContain("<script", new ReportPage("p").Section("s", "text").ToHtml(), StringComparison.Ordinal);

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("tr-TR")]
    public void Cultures_give_the_same_bytes(string culture)
    {
        static string All() => Page().ToHtml() + Sweep().ToSvg() + new ChartGrid("g").Add(Sweep()).ToSvg();
        Assert.Equal(UnderCulture.Run("", All), UnderCulture.Run(culture, All));
    }

    [Fact]
    public void A_page_is_written_whole_over_an_older_one()
    {
        var path = directory.File("deep/report.html");
        Page().Write(path);
        var first = File.ReadAllBytes(path);
        Page().Write(path);
        Assert.Equal(first, File.ReadAllBytes(path));
        Assert.Equal((byte)'<', first[0]);
        Assert.DoesNotContain((byte)'\r', first);
        Assert.Equal(["report.html"], Directory.GetFiles(directory.File("deep")).Select(Path.GetFileName));
    }

    [Fact]
    public void A_stand_alone_drawing_has_its_own_styles_for_both_lights()
    {
        var svg = Sweep().ToSvg();
        Assert.Contains("prefers-color-scheme:dark", svg, StringComparison.Ordinal);
        Assert.All(System.Text.RegularExpressions.Regex.Matches(svg, @"var\(--(\w+)\)").Select(match => match.Groups[1].Value).Distinct(),
            name => Assert.Equal(2, svg.Split($"--{name}:").Length - 1));
        Assert.StartsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_are_readable_on_page_and_card_by_day_and_by_night()
    {
        var lights = System.Text.RegularExpressions.Regex.Matches(Page().ToHtml(), @":root\{(.*?)\}")
            .Select(light => System.Text.RegularExpressions.Regex.Matches(light.Groups[1].Value, @"--(\w+):(#\w{6})")
                .ToDictionary(color => color.Groups[1].Value, color => color.Groups[2].Value)).ToArray();
        Assert.Equal(2, lights.Length);
        foreach (var light in lights)
            foreach (var words in (string[])["ink", "muted", "link", "good", "bad", "unsure"])
                foreach (var ground in (string[])["page", "surface"])
                    Assert.True(OkLab.Contrast(light[words], light[ground]) >= 4.5, $"{words} {light[words]} on {ground} {light[ground]}");
    }

    [Fact]
    public void A_row_of_the_wrong_length_is_refused() => Assert.Throws<ArgumentException>(() => new ReportTable("a", "b").Row("1"));

    [Fact]
    public void Tables_join_series_by_x_and_fall_back_to_one_row_a_point()
    {
        var joined = new Chart("t").Line("a", [(1, 1), (2, 2), (3, 3)]).Line("b", [(2, 4), (3, 5)]).ToTable();
        Assert.Equal(["1 1 –", "2 2 4", "3 3 5"], joined.Rows.Select(row => string.Join(' ', row.Select(cell => cell.Text))));
        var apart = new Chart("t").Line("a", [(1, 1), (2, 2)]).Line("b", [(1.5, 4), (3, 5)]).ToTable();
        Assert.Equal(4, apart.Rows.Count);
    }
}
