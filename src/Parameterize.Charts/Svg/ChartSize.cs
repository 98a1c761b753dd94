namespace Parameterize.Charts.Svg;

/// <summary>
/// One of the formats a chart is drawn in. Each is shown at about its own size, so that text stays readable on every screen.
/// </summary>
/// <param name="Width">Width of the drawing.</param>
/// <param name="PlotHeight">Height of the part where data is drawn; titles and legends come on top.</param>
/// <param name="FontSize">Size of labels; the title is 2 larger.</param>
/// <param name="EndLabels">Whether there is room for names at the ends of lines.</param>
internal sealed record ChartSize(double Width, double PlotHeight, double FontSize, bool EndLabels)
{
    /// <summary>Across a page, and stand-alone.</summary>
    public static readonly ChartSize Wide = new(720, 310, 13, EndLabels: true);

    /// <summary>Across a phone.</summary>
    public static readonly ChartSize Narrow = new(380, 220, 12, EndLabels: false);

    /// <summary>One of several side by side.</summary>
    public static readonly ChartSize Panel = new(380, 190, 12, EndLabels: false);
}
