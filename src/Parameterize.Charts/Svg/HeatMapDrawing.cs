namespace Parameterize.Charts.Svg;

/// <summary>Draws a heat map: names of rows at the left, of columns below, as a chart has them.</summary>
internal static class HeatMapDrawing
{
    private const double Height = 34, Gap = 2, Margin = 12, LeastCell = 44;

    public static void Write(MarkupWriter page, HeatMap map)
    {
        page.Open("div", ("class", "figure"));
        Write(page, map, ChartSize.Wide, "wide");
        Write(page, map, ChartSize.Narrow, "narrow");
        page.Close();
    }

    /// <summary>How tall the drawing is.</summary>
    public static double HeightOf(HeatMap map, ChartSize size) => Top(map, size) + Height * map.Rows.Count + 2 * size.FontSize + 24;

    public static void WriteContent(MarkupWriter svg, HeatMap map, ChartSize size)
    {
        var font = size.FontSize;
        foreach (var (i, line) in Title(map, size).Index())
        {
            AxisDrawing.Text(svg, line, Margin, 10 + (i + 0.75) * (font + 7), "title", "start", font + 2);
        }

        var top = Top(map, size);
        AxisDrawing.Text(svg, TextMetrics.Fit(map.RowLabel, font, size.Width - 2 * Margin), Margin, top - 9, "label", "start", font);
        var left = Left(map, size);
        var width = (size.Width - Margin - left) / Math.Max(1, map.Columns.Count);
        foreach (var (row, name) in map.Rows.Index())
        {
            var y = top + row * Height;
            AxisDrawing.Text(
                svg, TextMetrics.Fit(name, font, left - Margin - 8), left - 8, y + Height / 2 + 0.35 * font, "tick", "end", font);
            foreach (var column in Enumerable.Range(0, map.Columns.Count))
            {
                WriteCell(svg, map, row, column, new Rectangle(left + column * width, y, width - Gap, Height - Gap), font);
            }
        }

        var bottom = top + Height * map.Rows.Count;
        foreach (var (column, name) in map.Columns.Index())
        {
            var middle = left + (column + 0.5) * width - Gap / 2;
            AxisDrawing.Text(svg, TextMetrics.Fit(name, font, width), middle, bottom + font + 4, "tick", "middle", font);
        }

        AxisDrawing.Text(svg, TextMetrics.Fit(map.ColumnLabel, font, size.Width - left), (left + size.Width - Margin) / 2,
            bottom + 2 * font + 13, "label", "middle", font);
    }

    private static void Write(MarkupWriter page, HeatMap map, ChartSize size, string kind)
    {
        ChartDrawing.Open(page, size.Width, HeightOf(map, size), kind, map.Description);
        WriteContent(page, map, size);
        page.Close();
    }

    private static void WriteCell(MarkupWriter svg, HeatMap map, int row, int column, Rectangle place, double font)
    {
        if (map.At(row, column) is not { } cell)
        {
            return;
        }

        svg.Open("rect", ("x", place.Left), ("y", place.Top), ("width", place.Width), ("height", place.Height), ("rx", 3.0),
            ("class", cell.Framed ? "cell framed" : "cell"), ("style", $"fill:var(--{Palette.TintName(cell.Tint(map.Limit))})"));
        svg.Element(
            "title", $"{map.Rows[row]}, {map.Columns[column]}: {cell.Text}{(cell.Framed ? $", {map.FrameLabel}".TrimEnd(',', ' ') : "")}");
        svg.Close();
        var middle = place.Left + place.Width / 2;
        AxisDrawing.Text(svg, TextMetrics.Fit(cell.Text, font, place.Width), middle, place.Top + place.Height / 2 + 0.35 * font,
            cell.Framed ? "title" : "value", "middle", font);
    }

    private static IReadOnlyList<string> Title(HeatMap map, ChartSize size) =>
        TextMetrics.Wrap(map.Title, TextMetrics.Bold * (size.FontSize + 2), size.Width - 2 * Margin);

    private static double Top(HeatMap map, ChartSize size) =>
        14 + Title(map, size).Count * (size.FontSize + 7) + (map.RowLabel.Length > 0 ? size.FontSize + 8 : 4);

    // As wide as the longest name asks for, as long as the cells keep room for their numbers.
    private static double Left(HeatMap map, ChartSize size) => Math.Min(
        Margin + 10 + map.Rows.Select(name => TextMetrics.Width(name, size.FontSize)).DefaultIfEmpty().Max(),
        Math.Max(size.Width / 4, size.Width - Margin - LeastCell * map.Columns.Count));
}
