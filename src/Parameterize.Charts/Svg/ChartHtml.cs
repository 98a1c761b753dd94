namespace Parameterize.Charts.Svg;

/// <summary>Charts in a page: each drawn for a wide and for a narrow place, of which the page shows one.</summary>
internal static class ChartHtml
{
    public static void Write(MarkupWriter page, Chart chart, string id)
    {
        page.Open("div", ("class", "figure"));
        ChartDrawing.Write(page, ChartFrame.Of(chart, ChartSize.Wide), $"{id}w", "wide");
        ChartDrawing.Write(page, ChartFrame.Of(chart, ChartSize.Narrow), $"{id}n", "narrow");
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

        // Two by two where three would leave one alone.
        page.Open("div", ("class", grid.Panels.Count is 2 or 4 ? "panels pairs" : "panels"));
        foreach (var (i, frame) in grid.Lay(ChartSize.Panel).Index())
        {
            ChartDrawing.Write(page, frame, $"{id}p{i}", "panel");
        }

        page.Close().Close();
    }

    private static void WriteLegend(MarkupWriter page, IReadOnlyList<LegendEntry> entries, ChartSize size, string kind)
    {
        var layout = LegendLayout.Of(entries, size.FontSize, size.Width - 24);
        ChartDrawing.Open(page, size.Width, layout.Height, kind, $"Legend: {string.Join(", ", entries.Select(entry => entry.Name))}");
        layout.Write(page, 12, 0);
        page.Close();
    }
}
