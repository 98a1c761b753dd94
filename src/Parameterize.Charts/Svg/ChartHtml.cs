using Parameterize.Charts.Live;

namespace Parameterize.Charts.Svg;

/// <summary>Charts in a page: each drawn for a wide and for a narrow place, of which the page shows one.</summary>
internal static class ChartHtml
{
    public static void Write(MarkupWriter page, Chart chart, string id)
    {
        ChartFrame wide = ChartFrame.Of(chart, ChartSize.Wide), narrow = ChartFrame.Of(chart, ChartSize.Narrow);
        page.Open("div", ("class", "figure"));
        ChartDrawing.Write(page, wide, $"{id}w", "wide");
        ChartDrawing.Write(page, narrow, $"{id}n", "narrow");
        WriteData(page, FigureData.Of(chart.Title, sameRange: false, [wide, narrow]));
        page.Close();
    }

    public static void Write(MarkupWriter page, ChartGrid grid, string id)
    {
        var legend = grid.SharedLegend();
        page.Open("div", ("class", "figure"));
        page.Open("p", ("class", "gridtitle"));
        RaisedText.WriteHtml(page, grid.Title);
        page.Close();
        if (legend is { Count: > 0 })
        {
            WriteLegend(page, legend, ChartSize.Wide, "wide legend");
            WriteLegend(page, legend, ChartSize.Narrow, "narrow legend");
        }

        // Two by two where they belong together, or three would leave one alone.
        page.Open("div", ("class", grid.Columns == 2 || grid.Panels.Count is 2 or 4 ? "panels pairs" : "panels"));
        var frames = grid.Lay(ChartSize.Panel);
        foreach (var (i, frame) in frames.Index())
        {
            ChartDrawing.Write(page, frame, $"{id}p{i}", "panel");
        }

        page.Close();
        WriteData(page, FigureData.Of(grid.Title, grid.Range == PanelRange.Same, frames));
        page.Close();
    }

    private static void WriteData(MarkupWriter page, string json) => page.Open("script", ("type", "application/json")).Raw(json).Close();

    private static void WriteLegend(MarkupWriter page, IReadOnlyList<LegendEntry> entries, ChartSize size, string kind)
    {
        var layout = LegendLayout.Of(entries, size.FontSize, size.Width - 24);
        ChartDrawing.Open(page, size.Width, layout.Height, kind, $"Legend: {string.Join(", ", entries.Select(entry => entry.Name))}");
        layout.Write(page, 12, 0);
        page.Close();
    }
}
