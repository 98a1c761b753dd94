namespace Parameterize.Charts.Svg;

/// <summary>Draws a laid-out chart, back to front.</summary>
internal static class ChartDrawing
{
    /// <summary>Writes a whole svg element of a page, which the page's script draws again from its numbers.</summary>
    public static void Write(MarkupWriter page, ChartFrame frame, string id, string kind)
    {
        Open(page, frame.Size.Width, frame.Height, $"{kind} live", frame.Chart.Description);
        WriteContent(page, frame, id);
        page.Close();
    }

    /// <summary>Opens an svg element that scales with its place and is one image to a screen reader.</summary>
    public static MarkupWriter Open(MarkupWriter page, double width, double height, string kind, string description) => page.Open(
        "svg",
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("viewBox", $"0 0 {AttributeValue.Length(width)} {AttributeValue.Length(height)}"),
        ("class", $"chart {kind}"),
        ("role", "img"),
        ("aria-label", description));

    /// <summary>Writes what is inside; <paramref name="id"/> must be unique in the document.</summary>
    public static void WriteContent(MarkupWriter svg, ChartFrame frame, string id)
    {
        var clip = $"{id}-clip";
        var plot = frame.Plot;
        svg.Open("clipPath", ("id", clip))
            .Empty("rect", ("x", plot.Left), ("y", plot.Top), ("width", plot.Width), ("height", plot.Height)).Close();

        AxisDrawing.WriteTitles(svg, frame);
        frame.Legend.Write(svg, 12, frame.LegendTop);
        svg.Open("g", ("class", "axes"));
        AxisDrawing.Write(svg, frame);
        svg.Close().Open("g", ("class", "data"), ("clip-path", $"url(#{clip})"));
        foreach (var series in frame.Chart.Series)
        {
            SeriesDrawing.WriteBand(svg, frame, series);
        }

        foreach (var guide in frame.Chart.Guides)
        {
            SeriesDrawing.WriteGuide(svg, frame, guide);
        }

        foreach (var series in frame.Chart.Series)
        {
            SeriesDrawing.WriteLine(svg, frame, series);
        }

        svg.Close().Open("g", ("class", "points"));
        foreach (var (i, series) in frame.Chart.Series.Index())
        {
            SeriesDrawing.WriteMarkers(svg, frame, series, i);
        }

        svg.Close().Open("g", ("class", "ends"));
        MarkDrawing.WriteEndLabels(svg, frame);
        svg.Close().Open("g", ("class", "marks"));
        MarkDrawing.Write(svg, frame);
        svg.Close();
    }
}
