using System.Globalization;

namespace Parameterize.Charts.Tests;

/// <summary>
/// How colours look to dichromats: the matrices for severity 1 of Machado, Oliveira and Fernandes, "A Physiologically-based Model for
/// Simulation of Color Vision Deficiency" (2009), in linear RGB.
/// </summary>
internal static class ColorVision
{
    private static readonly double[,] Protanopia =
        { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } };

    private static readonly double[,] Deuteranopia =
        { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } };

    private static readonly double[,] Tritanopia =
        { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } };

    private static readonly double[,] Usual = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };

    /// <summary>The least distance of two colours in OKLab, over the usual eye and the three kinds of dichromats.</summary>
    public static double Distance(string one, string other) =>
        ((double[][,])[Usual, Protanopia, Deuteranopia, Tritanopia]).Min(eye =>
        {
            var (a, b) = (OkLab.ToLab(Seen(one, eye)), OkLab.ToLab(Seen(other, eye)));
            return Math.Sqrt(Math.Pow(a.L - b.L, 2) + Math.Pow(a.A - b.A, 2) + Math.Pow(a.B - b.B, 2));
        });

    private static string Seen(string hex, double[,] eye)
    {
        double[] rgb =
            [
                .. Enumerable.Range(0, 3)
                    .Select(channel =>
                        Linear(int.Parse(hex.AsSpan(1 + 2 * channel, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)),
            ];
        return "#"
            + string.Concat(
                Enumerable.Range(0, 3)
                    .Select(row =>
                        Byte(Enumerable.Range(0, 3).Sum(column => eye[row, column] * rgb[column]))
                            .ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static double Linear(double value) => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);

    private static int Byte(double linear)
    {
        var clamped = Math.Clamp(linear, 0, 1);
        return (int)Math.Round(255 * (clamped <= 0.0031308 ? 12.92 * clamped : 1.055 * Math.Pow(clamped, 1 / 2.4) - 0.055));
    }
}
