namespace Parameterize.Experiments;

/// <summary>The colours themselves, for light and for dark; every one has a contrast of 3 at least against its surface.</summary>
internal static class Palette
{
    /// <summary>Steps of the sequential scale: multiples of 1/32 in richness.</summary>
    public const int Shades = 17;

    public const string LightSurface = "#ffffff";
    public const string DarkSurface = "#14171c";

    // Okabe and Ito (2008): blue, vermillion, bluish green, reddish purple, orange, sky blue, black, yellow. Their light ones are too
    // pale for lines on white and their dark ones too deep for lines on black; hue is kept, lightness moved.
    public static readonly (string Light, string Dark)[] Categories =
    [
        ("#0072b2", "#4ba3de"),
        ("#d55e00", "#f07f3c"),
        ("#008c66", "#1fc198"),
        ("#b5578f", "#dd97c3"),
        ("#b07800", "#e6a72a"),
        ("#2b8fc4", "#8fd0f5"),
        ("#3b3f46", "#d5d9e0"),
        ("#8a8000", "#e9df5b"),
    ];

    // Lightness falls steadily (by night: rises), so that the order is seen without colour too.
    private static readonly string[] LightAnchors = ["#5596d0", "#7a4fb5", "#5c0f3f"];
    private static readonly string[] DarkAnchors = ["#4d7fb5", "#b07fe0", "#ffd0a6"];

    /// <summary>A step of the sequential scale.</summary>
    public static (string Light, string Dark) Shade(int step)
    {
        var part = (double)step / (Shades - 1);
        return (OkLab.Between(LightAnchors, part), OkLab.Between(DarkAnchors, part));
    }
}
