using System.ComponentModel;

namespace Parameterize;

/// <summary>A width, head width or depth of one model instance, over what it is at base.</summary>
/// <param name="Symbol">Its name in the class's formulas.</param>
/// <param name="Ratio">Its size over the base.</param>
/// <param name="Base">
/// What it is at base: as the class says, or, in a model that holds the class at another size, what it is there at the outer model's base.
/// </param>
public sealed record WidthRatio(string Symbol, double Ratio, double Base)
{
    private const double Rounding = 1e-9;

    /// <summary>
    /// Whether it is one number at every width of the model that holds the instance: then the ratio is 1, and a layer that is as wide has
    /// another kind than its class says.
    /// </summary>
    public bool IsFinite { get; init; }

    /// <summary>What it is in this instance.</summary>
    public double Size => Ratio * Base;

    /// <summary>The same size over another base: the one at which the ratio is <paramref name="ratio"/>.</summary>
    /// <param name="ratio">The size over that base.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public WidthRatio At(double ratio) => new(Symbol, ratio, Size / ratio);

    /// <summary>The same size as one that does not grow.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public WidthRatio AsFinite() => new(Symbol, 1, Size) { IsFinite = true };

    /// <summary>Whether this size is what another model expects; a width that integer division does not divide is rounded.</summary>
    /// <param name="expected">The base and the ratio that it expects.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool IsOfSize(WidthRatio expected)
    {
        var size = (expected ?? throw new ArgumentNullException(nameof(expected))).Size;
        return Size >= Math.Floor(size * (1 + Rounding)) * (1 - Rounding) && Size <= Math.Ceiling(size * (1 - Rounding)) * (1 + Rounding);
    }

    /// <summary>Whether both ratios are one number, up to the rounding of two ways to compute it, and grow or do not.</summary>
    /// <param name="other">The other one.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool HasRatioOf(WidthRatio other) =>
        Math.Abs(Ratio - (other ?? throw new ArgumentNullException(nameof(other))).Ratio) <= Rounding * Ratio && IsFinite == other.IsFinite;
}
