using System.Globalization;

namespace Parameterize.Experiments.Coordinates;

/// <summary>Exponents in words: as a fraction with denominator up to 8 where one is near, else as a decimal.</summary>
public static class ExponentText
{
    private static readonly int[] Denominators = [1, 2, 4, 8];

    /// <summary><c>1/2</c>, <c>-1/4</c>, <c>0</c>, or <c>0.37</c> when no eighth is within <paramref name="within"/>.</summary>
    /// <param name="exponent">Any finite number.</param>
    /// <param name="within">How near a fraction must be to be written.</param>
    public static string Fraction(double exponent, double within = 0.005)
    {
        foreach (var denominator in Denominators)
        {
            var numerator = Math.Round(exponent * denominator);
            if (Math.Abs(exponent - numerator / denominator) > within)
            {
                continue;
            }

            return denominator == 1 || numerator == 0
                ? (numerator + 0.0).ToString(CultureInfo.InvariantCulture)
                : FormattableString.Invariant($"{numerator}/{denominator}");
        }

        return Decimal(exponent);
    }

    /// <summary><c>n^(1/2)</c>, <c>n^0</c>, <c>n^0.37</c>.</summary>
    public static string Power(double exponent, double within = 0.005)
    {
        var text = Fraction(exponent, within);
        return text.Contains('/', StringComparison.Ordinal) ? $"n^({text})" : $"n^{text}";
    }

    /// <summary>Both ends of what is predicted, or the one where they are one: <c>-1/2 to 0</c>.</summary>
    internal static string Range(double from, double to, Func<double, double, string> text) =>
        Math.Abs(to - from) < 0.005 ? text(to, 0.005) : $"{text(from, 0.005)} to {text(to, 0.005)}";

    /// <summary>Two decimals, invariant, never "-0.00".</summary>
    public static string Decimal(double exponent) => (Math.Round(exponent, 2) + 0.0).ToString("0.00", CultureInfo.InvariantCulture);
}
