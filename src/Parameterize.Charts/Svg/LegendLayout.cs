namespace Parameterize.Charts.Svg;

/// <summary>A legend broken into rows, above the plot and never on it.</summary>
/// <param name="Items">Entries with the place of their sign, from the legend's own top left.</param>
/// <param name="Height">Height of all rows; 0 when there are none.</param>
/// <param name="FontSize">Size of the names.</param>
internal sealed record LegendLayout(
    IReadOnlyList<(LegendEntry Entry, string Name, double X, double Y)> Items, double Height, double FontSize)
{
    private const double Sign = 30;
    private const double Between = 18;

    public static readonly LegendLayout None = new([], 0, 12);

    /// <summary>Breaks entries into rows of a width.</summary>
    public static LegendLayout Of(IReadOnlyList<LegendEntry> entries, double fontSize, double width)
    {
        if (entries.Count == 0)
        {
            return None;
        }

        var row = fontSize + 7;
        var items = new List<(LegendEntry, string, double, double)>();
        double x = 0, y = row / 2;
        foreach (var entry in entries)
        {
            var name = TextMetrics.Fit(entry.Name, fontSize, width - Sign);
            var length = Sign + TextMetrics.Width(name, fontSize);
            if (x > 0 && x + length > width)
            {
                (x, y) = (0, y + row);
            }

            items.Add((entry, name, x, y));
            x += length + Between;
        }

        return new LegendLayout(items, y + row / 2 + 2, fontSize);
    }

    /// <summary>Draws it.</summary>
    public void Write(MarkupWriter svg, double left, double top)
    {
        foreach (var (entry, name, x, y) in Items)
        {
            svg.Open("g", ("class", "entry"), ("data-name", entry.Name));
            svg.Empty("rect", ("x", left + x), ("y", top + y - 0.5 * FontSize - 3), ("width", Sign + TextMetrics.Width(name, FontSize)),
                ("height", FontSize + 6), ("class", "hit"));
            WriteSign(svg, entry, left + x, top + y);
            svg.Open("text", ("x", left + x + Sign), ("y", top + y), ("dy", "0.35em"), ("font-size", FontSize), ("class", "name"));
            RaisedText.WriteSvg(svg, name);
            svg.Close().Close();
        }
    }

    private static void WriteSign(MarkupWriter svg, LegendEntry entry, double x, double y)
    {
        if (entry.Sign is LegendSign.Line or LegendSign.MarkedLine or LegendSign.Guide)
        {
            svg.Empty("line", ("x1", x), ("y1", y), ("x2", x + 24), ("y2", y), ("class", entry.Sign == LegendSign.Guide ? "guide" : "line"),
                ("style", $"stroke:{entry.Color.Css};stroke-width:{(entry.Sign == LegendSign.Guide ? "1.5" : "2")}" +
                    (entry.Dashed ? ";stroke-dasharray:6 3" : "")));
        }

        if (entry.Sign is LegendSign.MarkedLine or LegendSign.Dot)
        {
            MarkerShape.Write(svg, entry.Color, x + 12, y, tooltip: null);
        }

        if (entry.Sign == LegendSign.Ring)
        {
            svg.Empty("circle", ("cx", x + 12), ("cy", y), ("r", 6), ("class", "ring"), ("style", $"stroke:{entry.Color.Css}"));
        }
    }
}
