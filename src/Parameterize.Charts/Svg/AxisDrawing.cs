namespace Parameterize.Charts.Svg;

/// <summary>Draws title, grid, ticks and the labels of the axes.</summary>
internal static class AxisDrawing
{
    /// <summary>What stays where it is when the axes show something else.</summary>
    public static void WriteTitles(MarkupWriter svg, ChartFrame frame)
    {
        var font = frame.Size.FontSize;
        for (var i = 0; i < frame.Title.Count; i++)
        {
            Text(svg, frame.Title[i], 12, 10 + (i + 0.75) * (font + 7), "title", "start", frame.TitleSize);
        }

        Text(svg, TextMetrics.Fit(frame.Chart.Y.Label, font, frame.Size.Width - 24), 12, frame.Plot.Top - 13, "label", "start", font);
    }

    public static void Write(MarkupWriter svg, ChartFrame frame)
    {
        var (plot, font) = (frame.Plot, frame.Size.FontSize);
        foreach (var tick in frame.YTicks)
        {
            var y = frame.Y(tick.Value);
            svg.Empty("line", ("x1", plot.Left), ("y1", y), ("x2", plot.Right), ("y2", y),
                ("class", tick.Label.Length > 0 ? "grid" : "minor"));
            if (tick.Label.Length > 0)
            {
                Text(svg, tick.Label, plot.Left - 8, y + 0.35 * font, "tick", "end", font);
            }
        }

        foreach (var tick in frame.XTicks)
        {
            var x = frame.X(tick.Value);
            svg.Empty("line", ("x1", x), ("y1", plot.Top), ("x2", x), ("y2", plot.Bottom),
                ("class", tick.Label.Length > 0 ? "grid" : "minor"));
            if (tick.Label.Length > 0)
            {
                Text(svg, tick.Label, frame.LabelX(tick), plot.Bottom + font + 8, "tick", "middle", font);
            }
        }

        svg.Empty("line", ("x1", plot.Left), ("y1", plot.Bottom), ("x2", plot.Right), ("y2", plot.Bottom), ("class", "axis"));
        Text(svg, TextMetrics.Fit(frame.Chart.X.Label, font, plot.Width), plot.Left + plot.Width / 2, plot.Bottom + 2 * font + 15,
            "label", "middle", font);
    }

    public static void Text(MarkupWriter svg, string text, double x, double y, string kind, string anchor, double size)
    {
        if (text.Length == 0)
        {
            return;
        }

        svg.Open("text", ("x", x), ("y", y), ("class", kind), ("text-anchor", anchor), ("font-size", size));
        RaisedText.WriteSvg(svg, text);
        svg.Close();
    }
}
