using System.Globalization;

namespace Parameterize.Charts.Axes;

/// <summary>Numbers as text, the same under every culture.</summary>
internal static class NumberText
{
    /// <summary>Four significant digits: <c>0.01234</c>, <c>1.234e-7</c>, <c>65536</c>; whole numbers below ten million in full.</summary>
    public static string Short(double number)
    {
        if (double.IsNaN(number))
        {
            return "NaN";
        }

        if (double.IsInfinity(number))
        {
            return number > 0 ? "∞" : "−∞";
        }

        if (number == 0)
        {
            return "0";
        }

        if (number == Math.Floor(number) && Math.Abs(number) < 1e7)
        {
            return number.ToString("0", CultureInfo.InvariantCulture);
        }

        var size = Math.Abs(number);
        if (size is < 1e-4 or >= 1e7)
        {
            return number.ToString("0.###e0", CultureInfo.InvariantCulture);
        }

        var decimals = Math.Clamp(3 - (int)Math.Floor(Math.Log10(size)), 0, 8);
        return number.ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture);
    }

    /// <summary>As <see cref="Short"/>, but powers of two below 1 as <c>2^-7</c> on an axis of doublings.</summary>
    public static string OnAxis(double number, AxisScale scale)
    {
        if (scale != AxisScale.Log2 || number is not (> 0 and < 1))
        {
            return Short(number);
        }

        var exponent = Math.Round(Math.Log2(number), 2);
        return Math.Abs(Math.Log2(number) - exponent) < 1e-9 ? FormattableString.Invariant($"2^{exponent}") : Short(number);
    }

    /// <summary>A multiple of a round step, with as many decimals as tell it from its neighbours.</summary>
    /// <param name="number">The multiple.</param>
    /// <param name="step">The step.</param>
    /// <param name="largest">The largest number of the axis, which decides when powers of ten are shorter.</param>
    public static string OnGrid(double number, double step, double largest)
    {
        var digit = (int)Math.Floor(Math.Log10(step) + 1e-9);
        var top = (int)Math.Floor(Math.Log10(Math.Max(Math.Abs(largest), step)));
        if (Math.Abs(number) < step / 2)
        {
            return "0";
        }

        if (top < 6 && digit >= -5)
        {
            return Minus(number.ToString("0." + new string('0', Math.Max(0, -digit)), CultureInfo.InvariantCulture));
        }

        var power = Math.Max((int)Math.Floor(Math.Log10(Math.Abs(number)) + 1e-9), digit);
        var decimals = Math.Clamp(power - digit, 0, 15);
        var mantissa = number / Math.Pow(10, power);
        return $"{Minus(mantissa.ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture))}×10^{power}";
    }

    private static string Minus(string text) => text.Replace('-', '−');
}
