namespace Parameterize.Charts;

/// <summary>How a series is drawn.</summary>
public sealed record LineStyle
{
    /// <summary>Its colour; null for the next one of the palette.</summary>
    public SeriesColor? Color { get; init; }

    /// <summary>Dashes, to tell a reference from a measurement.</summary>
    public bool Dashed { get; init; }

    /// <summary>Width of the line in units of the chart (about a pixel).</summary>
    public double Thickness { get; init; } = 2;

    /// <summary>Whether points have markers: each, or above 80 points some, so that lines are told apart without colour.</summary>
    public bool Markers { get; init; } = true;

    /// <summary>Only a colour.</summary>
    public static LineStyle Of(SeriesColor color) => new() { Color = color };
}
