namespace Parameterize.Charts.Svg;

/// <summary>Drawings that stand in a file of their own, with their styles and their own background.</summary>
internal static class StandaloneSvg
{
    private const double TitleHeight = 34;

    public static string Of(Chart chart)
    {
        var frame = ChartFrame.Of(chart, ChartSize.Wide);
        return Document(frame.Size.Width, frame.Height, chart.Description, svg => ChartDrawing.WriteContent(svg, frame, "c"));
    }

    public static string Of(HeatMap map)
    {
        var size = ChartSize.Wide;
        var height = HeatMapDrawing.HeightOf(map, size);
        return Document(size.Width, height, map.Description, svg => HeatMapDrawing.WriteContent(svg, map, size));
    }

    public static string Of(ChartGrid grid)
    {
        var size = ChartSize.Panel;
        var columns = Math.Clamp(grid.Columns, 1, Math.Max(1, grid.Panels.Count));
        var rows = (grid.Panels.Count + columns - 1) / columns;
        var shared = grid.SharedLegend();
        var frames = grid.LayLevel(size);
        var height = frames.Select(frame => frame.Height).DefaultIfEmpty().Max();
        var legend = LegendLayout.Of(shared ?? [], size.FontSize, columns * size.Width - 24);
        var top = TitleHeight + legend.Height;
        return Document(columns * size.Width, top + rows * height, grid.Description, svg =>
        {
            var title = TextMetrics.Fit(grid.Title, TextMetrics.Bold * (size.FontSize + 4), columns * size.Width - 24);
            AxisDrawing.Text(svg, title, 12, 23, "title", "start", size.FontSize + 4);
            legend.Write(svg, 12, TitleHeight);
            for (var i = 0; i < frames.Count; i++)
            {
                double x = i % columns * size.Width, y = top + (i / columns) * height;
                svg.Open("g", ("transform", $"translate({AttributeValue.Length(x)} {AttributeValue.Length(y)})"));
                ChartDrawing.WriteContent(svg, frames[i], $"c{i}");
                svg.Close();
            }
        });
    }

    private static string Document(double width, double height, string description, Action<MarkupWriter> content)
    {
        var svg = new MarkupWriter();
        ChartDrawing.Open(svg, width, height, "alone", description);
        svg.Open("style").Raw(Theme.Standalone).Close();
        svg.Empty("rect", ("width", width), ("height", height), ("class", "surface"));
        content(svg);
        return svg.Close().ToString();
    }
}
