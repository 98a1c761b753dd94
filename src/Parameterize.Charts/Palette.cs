namespace Parameterize.Charts;

/// <summary>The colours themselves, for light and for dark; every one has a contrast of 3 at least against its surface.</summary>
internal static class Palette
{
    /// <summary>Steps of the sequential scale: multiples of 1/32 in richness.</summary>
    public const int Shades = 17;

    /// <summary>Steps of the diverging scale on either side of its middle.</summary>
    public const int Tints = 6;

    /// <summary>What text is written in: on a page, and on the tints of a heat map.</summary>
    public const string LightInk = "#1b1f24";

    /// <summary>The same by night.</summary>
    public const string DarkInk = "#e8eaee";

    public const string LightSurface = "#ffffff";
    public const string DarkSurface = "#14171c";

    // Okabe and Ito (2008): blue, vermillion, bluish green, reddish purple, orange, sky blue, black, yellow. Their light ones are too
    // pale for lines on white and their dark ones too deep for lines on black. Hue is kept about; lightness and chroma are moved until
    // every two differ by 0.07 in OKLab, by day and by night, to the eyes of protanopes, deuteranopes and tritanopes too.
    public static readonly (string Light, string Dark)[] Categories =
    [
        ("#0078bb", "#4e94df"),
        ("#de6530", "#e17539"),
        ("#296a5b", "#76c097"),
        ("#a94488", "#bc7ba0"),
        ("#773c00", "#e6a72a"),
        ("#3f95de", "#70d5fd"),
        ("#3b3f46", "#e6ebf2"),
        ("#776424", "#ecd74e"),
    ];

    // Lightness falls steadily (by night: rises), so that the order is seen without colour too.
    private static readonly string[] LightAnchors = ["#5596d0", "#7a4fb5", "#5c0f3f"];
    private static readonly string[] DarkAnchors = ["#4d7fb5", "#b07fe0", "#ffd0a6"];

    // Blue below, vermillion above, pale enough (by night: deep enough) for text to be read on them.
    private static readonly string[] LightTints = ["#86b6e6", "#eff1f4", "#f3a284"];
    private static readonly string[] DarkTints = ["#24588f", "#22272e", "#94441f"];

    /// <summary>The variable of a step of the diverging scale.</summary>
    public static string TintName(int step) => $"t{step + Tints}";

    /// <summary>A step of the diverging scale, from <c>-Tints</c> to <c>Tints</c>.</summary>
    public static (string Light, string Dark) Tint(int step)
    {
        var part = (double)(step + Tints) / (2 * Tints);
        return (OkLab.Between(LightTints, part), OkLab.Between(DarkTints, part));
    }

    /// <summary>A step of the sequential scale.</summary>
    public static (string Light, string Dark) Shade(int step)
    {
        var part = (double)step / (Shades - 1);
        return (OkLab.Between(LightAnchors, part), OkLab.Between(DarkAnchors, part));
    }
}
