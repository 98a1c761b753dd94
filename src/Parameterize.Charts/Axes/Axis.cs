namespace Parameterize.Charts.Axes;

/// <summary>One axis of a chart.</summary>
/// <param name="Label">What is measured, with its unit.</param>
/// <param name="Scale">How numbers are laid out. On a logarithmic axis, numbers that are not positive are not drawn.</param>
public sealed record Axis(string Label, AxisScale Scale)
{
    /// <summary>Least number shown; null to fit the data.</summary>
    public double? Minimum { get; init; }

    /// <summary>Greatest number shown; null to fit the data.</summary>
    public double? Maximum { get; init; }

    /// <summary>Equal steps.</summary>
    public static Axis Linear(string label) => new(label, AxisScale.Linear);

    /// <summary>Equal doublings.</summary>
    public static Axis Log2(string label) => new(label, AxisScale.Log2);

    /// <summary>Equal decades.</summary>
    public static Axis Log10(string label) => new(label, AxisScale.Log10);

    /// <summary>The same axis showing a fixed range; what lies outside is cut off.</summary>
    /// <exception cref="ArgumentException">The range is empty, not finite, or not positive on a logarithmic axis.</exception>
    public Axis Within(double minimum, double maximum)
    {
        if (!double.IsFinite(minimum) || !double.IsFinite(maximum) || minimum >= maximum || (Scale != AxisScale.Linear && minimum <= 0))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"A {Scale} axis cannot show {minimum} to {maximum}: it needs finite numbers, rising, and positive if logarithmic."));
        }

        return this with { Minimum = minimum, Maximum = maximum };
    }
}
