namespace Parameterize.Charts.Axes;

/// <summary>The part of an axis that is shown, in its own units: log2 or log10 of a number on a logarithmic axis.</summary>
/// <param name="Scale">The units.</param>
/// <param name="Low">Left or lower end.</param>
/// <param name="High">Right or upper end; above <paramref name="Low"/>.</param>
internal readonly record struct AxisRange(AxisScale Scale, double Low, double High)
{
    // Beyond these, differences of numbers overflow and round steps underflow; nothing that is measured gets there.
    private const double Largest = 1e300;
    private const double Smallest = 1e-290;
    private const double Padding = 0.05;

    /// <summary>The range that holds the numbers, a little wider; numbers that the axis cannot show are passed over.</summary>
    public static AxisRange Of(Axis axis, IEnumerable<double> numbers)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (var number in numbers)
        {
            var at = Forward(axis.Scale, number);
            if (!double.IsFinite(at))
            {
                continue;
            }

            low = Math.Min(low, at);
            high = Math.Max(high, at);
        }

        if (low > high)
        {
            (low, high) = (0, 1);
        }

        var least = axis.Scale == AxisScale.Linear ? 1e-6 * Math.Max(Math.Abs(low), Math.Abs(high)) : 1e-3;
        if (high - low <= least)
        {
            var half = (axis.Scale, low) switch
            {
                (AxisScale.Linear, 0) => 1,
                (AxisScale.Linear, _) => 0.1 * Math.Abs(low),
                _ => 0.75,
            };
            (low, high) = ((low + high) / 2 - half, (low + high) / 2 + half);
        }
        else
        {
            var padding = Padding * (high - low);
            (low, high) = (low - padding, high + padding);
        }

        if (axis.Minimum is { } minimum)
        {
            low = Forward(axis.Scale, minimum);
        }

        if (axis.Maximum is { } maximum)
        {
            high = Forward(axis.Scale, maximum);
        }

        return (low < high ? new AxisRange(axis.Scale, low, high) : new AxisRange(axis.Scale, low, low + 1)).WithinNumbers();
    }

    /// <summary>High - Low.</summary>
    public double Length => High - Low;

    /// <summary>A range of this length about the same middle; no further than numbers go.</summary>
    public AxisRange Longer(double length)
    {
        var (middle, half) = (Low / 2 + High / 2, length / 2);
        return (this with { Low = middle - half, High = middle + half }).WithinNumbers();
    }

    /// <summary>A number in the axis's units; NaN when a logarithmic axis cannot show it.</summary>
    public static double Forward(AxisScale scale, double number) => scale switch
    {
        _ when !double.IsFinite(number) => double.NaN,
        AxisScale.Log2 => number > 0 ? Math.Log2(Math.Clamp(number, Smallest, Largest)) : double.NaN,
        AxisScale.Log10 => number > 0 ? Math.Log10(Math.Clamp(number, Smallest, Largest)) : double.NaN,
        _ => Math.Abs(number) < Smallest ? 0 : Math.Clamp(number, -Largest, Largest),
    };

    /// <summary>The number at a place of the axis.</summary>
    public double Backward(double at) => Scale switch
    {
        AxisScale.Log2 => Math.Pow(2, at),
        AxisScale.Log10 => Math.Pow(10, at),
        _ => at,
    };

    /// <summary>Where a number lies: 0 at the low end, 1 at the high end, NaN if it cannot be shown.</summary>
    public double Position(double number) => (Forward(Scale, number) - Low) / (High - Low);

    // A tick beyond would have no number or no place.
    private AxisRange WithinNumbers() => this with
    {
        Low = Math.Max(Low, Scale == AxisScale.Linear ? -Largest : Forward(Scale, Smallest)),
        High = Math.Min(High, Forward(Scale, Largest)),
    };
}
