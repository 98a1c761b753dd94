namespace Parameterize.Charts.Svg;

/// <summary>Markers that differ in shape as well as in colour.</summary>
internal static class MarkerShape
{
    /// <summary>Its width and height, about, with the rim.</summary>
    public const double Size = 10;

    // All of about the same area, around the origin.
    private static readonly string[] Paths =
    [
        "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
        "M-3.6-3.6h7.2v7.2h-7.2z",
        "M0-4.8L4.6 3.4H-4.6z",
        "M0-5L5 0L0 5L-5 0z",
        "M0 4.8L4.6-3.4H-4.6z",
        "M-1.5-4.5h3v3h3v3h-3v3h-3v-3h-3v-3h3z",
    ];

    /// <summary>The outline of a colour's marker, around the origin.</summary>
    public static string PathOf(SeriesColor color) => Paths[color.Shape % Paths.Length];

    /// <summary>Draws one marker, with what its tooltip says.</summary>
    public static void Write(MarkupWriter svg, SeriesColor color, double x, double y, string? tooltip)
    {
        var at = $"translate({AttributeValue.Length(x)} {AttributeValue.Length(y)})";
        svg.Open("path", ("d", PathOf(color)), ("transform", at), ("class", "marker"), ("style", $"fill:{color.Css}"));
        if (tooltip is not null)
        {
            svg.Element("title", tooltip);
        }

        svg.Close();
    }
}
