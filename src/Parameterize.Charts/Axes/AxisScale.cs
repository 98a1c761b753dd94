namespace Parameterize.Charts.Axes;

/// <summary>How numbers are laid out along an axis.</summary>
public enum AxisScale
{
    /// <summary>Equal steps.</summary>
    Linear,

    /// <summary>Equal doublings; ticks at powers of two.</summary>
    Log2,

    /// <summary>Equal decades; ticks at powers of ten.</summary>
    Log10,
}
