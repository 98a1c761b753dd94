using System.Globalization;

namespace Parameterize.Charts;

/// <summary>Mixes colours evenly to the eye, in B. Ottosson's OKLab (2020); and measures contrast as WCAG 2 does.</summary>
internal static class OkLab
{
    /// <summary>The colour at a place 0 to 1 along a chain of colours, all as <c>#rrggbb</c>.</summary>
    public static string Between(ReadOnlySpan<string> chain, double part)
    {
        var at = Math.Clamp(part, 0, 1) * (chain.Length - 1);
        var left = Math.Min((int)at, chain.Length - 2);
        var (from, to, t) = (ToLab(chain[left]), ToLab(chain[left + 1]), at - left);
        return ToHex((from.L + t * (to.L - from.L), from.A + t * (to.A - from.A), from.B + t * (to.B - from.B)));
    }

    /// <summary>Lightness and the two colour axes.</summary>
    public static (double L, double A, double B) ToLab(string hex)
    {
        var (r, g, b) = Linear(hex);
        var l = Math.Cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        var m = Math.Cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        var s = Math.Cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return (0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
    }

    /// <summary>WCAG contrast of two colours, 1 to 21.</summary>
    public static double Contrast(string one, string other)
    {
        double a = Luminance(one), b = Luminance(other);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex)
    {
        var (r, g, b) = Linear(hex);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    }

    private static (double R, double G, double B) Linear(string hex)
    {
        double Channel(int start)
        {
            var value = int.Parse(hex.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (Channel(1), Channel(3), Channel(5));
    }

    private static string ToHex((double L, double A, double B) lab)
    {
        var l = Math.Pow(lab.L + 0.3963377774 * lab.A + 0.2158037573 * lab.B, 3);
        var m = Math.Pow(lab.L - 0.1055613458 * lab.A - 0.0638541728 * lab.B, 3);
        var s = Math.Pow(lab.L - 0.0894841775 * lab.A - 1.2914855480 * lab.B, 3);
        var red = Byte(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
        var green = Byte(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
        var blue = Byte(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
        return FormattableString.Invariant($"#{red:x2}{green:x2}{blue:x2}");
    }

    private static int Byte(double linear)
    {
        var clamped = Math.Clamp(linear, 0, 1);
        var value = clamped <= 0.0031308 ? 12.92 * clamped : 1.055 * Math.Pow(clamped, 1 / 2.4) - 0.055;
        return (int)Math.Round(255 * value);
    }
}
