using System.Globalization;
using Parameterize.Charts.Report;

namespace Parameterize.Samples;

/// <summary>Numbers as cells of a table.</summary>
public static class Cells
{
    /// <summary>A count or a size.</summary>
    public static TableCell Whole(double number) => Of(number, "0");

    /// <summary>A number with so many decimals.</summary>
    public static TableCell Fixed(double number, int decimals) => Of(number, $"F{decimals}");

    /// <summary>A part of a whole, as <c>12.5%</c>.</summary>
    public static TableCell Percent(double part) => Of(100 * part, "0.0'%'");

    /// <summary>A deviation from a whole, as <c>+1.2%</c>.</summary>
    public static TableCell Deviation(double part) => Of(100 * part, "+0.0'%';-0.0'%';0.0'%'");

    /// <summary>A number far from 1, as <c>3.1e-16</c>.</summary>
    public static TableCell Scientific(double number) => Of(number, "0.0e+0;-0.0e+0;0");

    private static TableCell Of(double number, string format) => new(number.ToString(format, CultureInfo.InvariantCulture), Numeric: true);
}
