using System.Globalization;
using System.Xml.Linq;

namespace Parameterize.Charts.Tests.Browser;

/// <summary>Pages in a real browser: that nothing is cut or covered at any size, and that the script does what it says.</summary>
public sealed class LivePageTests : IAsyncLifetime, IDisposable
{
    private const string Grid = "document.querySelectorAll('.figure')[1]";
    private const string Panel = Grid + ".querySelector('svg.panel')";
    private const string Tip = "document.querySelector('.tip')";
    private readonly TemporaryDirectory directory = new();
    private Chromium browser = null!;
    private BrowserPage page = null!;

    public async Task InitializeAsync()
    {
        if (!SlowTests.AreAskedFor)
        {
            return;
        }

        browser = await Chromium.Start();
        await browser.Send("Browser.setDownloadBehavior", new() { ["behavior"] = "allow", ["downloadPath"] = directory.Path });
        LivePages.Everything().Write(directory.File("page.html"));
        page = await browser.Open(directory.File("page.html"));
        await page.Show(1000, dark: false);
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }
    }

    public void Dispose() => directory.Dispose();

    [SlowFact]
    public async Task Nothing_is_cut_or_covered_at_any_width_by_day_and_by_night()
    {
        // Pictures for eyes: artifacts/pages.
        var album = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "pages")).FullName;
        foreach (var dark in new[] { false, true })
            foreach (var width in new[] { 400, 900, 1600 })
            {
                await page.Show(width, dark);
                await page.Photograph(Path.Combine(album, $"{width}-{(dark ? "dark" : "light")}.png"));
                Assert.Equal(width, await page.Number("document.documentElement.scrollWidth"));
                Assert.Equal("", await page.Text(Collisions));
            }

        Assert.True(await page.Number($"{Panel}.getBoundingClientRect().width") > 550);
    }

    [SlowFact]
    public async Task What_the_script_draws_again_is_what_the_program_drew()
    {
        await page.Show(400, dark: false);
        var drawn = await page.Text(Drawn);
        await page.Click($"{Grid}.querySelector('.narrow .entry')");
        Assert.NotEqual(drawn, await page.Text(Drawn));
        await page.Click($"{Grid}.querySelector('.narrow .entry')");
        Assert.Equal(drawn, await page.Text(Drawn));
        Assert.Contains("1024", drawn, StringComparison.Ordinal);
    }

    [SlowFact]
    public async Task Pointer_and_keys_read_values()
    {
        await page.Mouse("mouseMoved", Panel, 0.6, 0.5);
        const string row = @"(_embed|_mix|_readout): 0\.\d+ \(0\.\d+ to 0\.\d+\), predicted 0\.\d+";
        Assert.Matches($"^width: 256rms change{row}{row}{row}$", await page.Text($"{Tip}.textContent"));
        Assert.Equal("true", await page.Text($"{Inside(Tip, Panel)}"));
        await page.Value($"{Panel}.focus()");
        await page.Key("Home");
        Assert.StartsWith("width: 64", await page.Text($"{Tip}.textContent"), StringComparison.Ordinal);
        await page.Key("ArrowRight");
        Assert.StartsWith("width: 128", await page.Text($"{Tip}.textContent"), StringComparison.Ordinal);
        await page.Key("Escape");
        Assert.Equal("true", await page.Text($"{Tip}.hidden"));
    }

    [SlowFact]
    public async Task A_series_goes_with_its_predictions_and_comes_back()
    {
        var entry = $"[...{Grid}.querySelectorAll('.entry')].find(one => one.dataset.name === '_mix' && one.getBoundingClientRect().width)";
        await page.Click(entry);
        Assert.Equal("2 2 2", await Lines());
        Assert.Equal("false", await page.Text($"{entry}.getAttribute('aria-pressed')"));
        await page.Mouse("mouseMoved", Panel, 0.6, 0.5);
        Assert.DoesNotContain("_mix", await page.Text($"{Tip}.textContent"), StringComparison.Ordinal);
        await page.Value($"{entry}.focus()");
        await page.Key("Enter");
        Assert.Equal("3 3 3", await Lines());
    }

    [SlowFact]
    public async Task A_mouse_zooms_and_two_fingers_do_and_reset_brings_back_what_was_drawn()
    {
        await page.Click($"{Button("y: ")}");
        await page.Click($"{Button("y: ")}");
        var before = await page.Text($"{Panel}.querySelector('.axes').innerHTML");
        await page.Mouse("mousePressed", Panel, 0.3, 0.4);
        await page.Mouse("mouseMoved", Panel, 0.6, 0.7);
        await page.Mouse("mouseReleased", Panel, 0.6, 0.7);
        Assert.NotEqual(before, await page.Text($"{Panel}.querySelector('.axes').innerHTML"));
        Assert.Equal("", await page.Text(Collisions));
        await page.Click(Button("Reset"));
        Assert.Equal(before, await page.Text($"{Panel}.querySelector('.axes').innerHTML"));
        await page.Pinch(Panel, [(0.45, 0.5), (0.55, 0.5)], [(0.3, 0.5), (0.7, 0.5)]);
        Assert.NotEqual(before, await page.Text($"{Panel}.querySelector('.axes').innerHTML"));
        await page.Click(Button("Reset"));
        Assert.Equal(before, await page.Text($"{Panel}.querySelector('.axes').innerHTML"));
        Assert.Equal("true", await page.Text($"{Button("Reset")}.disabled"));
    }

    [SlowFact]
    public async Task Axes_turn_linear_and_their_buttons_say_so()
    {
        Assert.Equal("x: log y: log", await Scales());
        await page.Click(Button("y: "));
        Assert.Equal("x: log y: linear", await Scales());
        Assert.Equal("", await page.Text(Collisions));
        await page.Click(Button("Reset"));
        Assert.Equal("x: log y: log", await Scales());
    }

    [SlowFact]
    public async Task Numbers_and_drawing_are_saved_in_full()
    {
        await page.Click(Button("CSV"));
        var csv = await Saved("csv");
        Assert.Equal("panel,series,x,y,low,high", csv.Split('\n')[0]);
        var rows = csv.TrimEnd().Split('\n').Skip(1).Select(row => row.Split(',')).ToArray();
        Assert.Equal(2 * 3 * 5, rows.Length);

        // Every digit: the numbers that the program had, read back.
        var table = LivePages.Everything().ToHtml();
        Assert.All(rows, row => Assert.Contains(
            double.Parse(row[3], CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture), table,
            StringComparison.Ordinal));
        Assert.Contains(rows, row => row[3].Length > 15);

        await page.Click(Button("SVG"));
        var svg = XDocument.Parse(await Saved("svg"));
        Assert.Equal(6, svg.Descendants().Count(one => (string?)one.Attribute("class") == "line" && one.Name.LocalName == "path"));
        Assert.Contains("prefers-color-scheme", svg.ToString(), StringComparison.Ordinal);
        var alone = await browser.Open(Directory.GetFiles(directory.Path, "*.svg").Single());
        Assert.NotEqual("rgb(0, 0, 0)", await alone.Text("getComputedStyle(document.querySelector('path.line')).stroke"));
    }

    private static string Button(string text) =>
        $"[...{Grid}.querySelectorAll('button')].find(one => one.textContent.startsWith('{text}'))";

    private static string Inside(string inner, string outer) =>
        $"(([a, b]) => a.left >= b.left - 1 && a.right <= b.right + 1)([{inner}, {outer}].map(one => one.getBoundingClientRect()))";

    // Words that are cut by the edge of the window or stand on others, in what is seen of drawings; and buttons on anything.
    private const string Collisions = """
        (() => {
          const seen = [...document.querySelectorAll('svg.chart text, .tools button, .gridtitle, h1, h2')]
            .map(one => [one.textContent, one.getBoundingClientRect()]).filter(([text, box]) => text && box.width);
          const off = seen.filter(([, box]) => box.left < 0 || box.right > innerWidth + 1).map(([text]) => `${text} is cut`);
          const on = seen.flatMap(([a, p], i) => seen.slice(i + 1).filter(([, q]) =>
            p.left + 1 < q.right && q.left + 1 < p.right && p.top + 4 < q.bottom && q.top + 4 < p.bottom).map(([b]) => `${a} on ${b}`));
          return [...off, ...on].join('; ');
        })()
        """;

    // Words at the axes, and the places of lines, bands and markers to a tenth.
    private const string Drawn = $$"""
        [...{{Grid}}.querySelectorAll('svg.panel')].map(svg => [...svg.querySelectorAll('.axes text, .line, .band, .marker')]
          .filter(one => !one.closest('.entry')).map(one => one.textContent.trim().split('\n')[0].length && one.tagName === 'text'
            ? one.textContent
            : ((one.getAttribute('transform') ?? one.getAttribute('d')).match(/-?[\d.]+/g)).map(v => Math.round(10 * v)).join(' '))
          .join('; ')).join('\n')
        """;

    // Of lines, predictions and bands.
    private async Task<string> Lines() => await page.Text(
        $"['path.line', 'path.guide', 'path.band'].map(one => {Panel}.querySelectorAll(`.data ${{one}}`).length).join(' ')");

    private async Task<string> Scales() => await page.Text(
        $"[...{Grid}.querySelectorAll('button')].map(one => one.textContent).filter(text => text.includes(': ')).join(' ')");

    private async Task<string> Saved(string ending)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            if (Directory.GetFiles(directory.Path, $"*.{ending}") is [var file])
            {
                Assert.Matches(@"^Change-script-of-layers-\.\w+$", Path.GetFileName(file));
                return await File.ReadAllTextAsync(file);
            }

            await Task.Delay(50);
        }

        throw new FileNotFoundException($"No .{ending} was saved.");
    }
}
