using Parameterize.Scaling;

namespace Parameterize.Generators.Parsing;

/// <summary>What the compiler knows of a layer's dimension.</summary>
/// <param name="Ratio">
/// How it grows: 1 for a finite dimension, <c>n</c> for one proportional to the width; null when that cannot be told, or when it
/// is no product of powers (as <c>width + 1</c>).
/// </param>
/// <param name="AtBase">Its value at base widths, where that is known.</param>
internal sealed record Dimension(Factor? Ratio, long? AtBase)
{
    /// <summary>A dimension of which nothing is known.</summary>
    public static Dimension Unknown { get; } = new(null, null);

    /// <summary>A dimension that does not grow.</summary>
    public static Dimension Finite(long? value = null) => new(Factor.One, value);

    public bool IsFinite => Ratio is { IsOne: true };

    public static Dimension operator *(Dimension a, Dimension b) => a.Ratio is null || b.Ratio is null
        ? Unknown
        : new(a.Ratio * b.Ratio, Checked(a.AtBase, b.AtBase, static (x, y) => checked(x * y)));

    public static Dimension operator /(Dimension a, Dimension b) => a.Ratio is null || b.Ratio is null
        ? Unknown
        : new(a.Ratio / b.Ratio, Checked(a.AtBase, b.AtBase, static (x, y) => y != 0 && x % y == 0 ? x / y : null));

    /// <summary>Terms that grow alike add up to one that does; other sums have no single ratio.</summary>
    public static Dimension operator +(Dimension a, Dimension b) => a.Ratio is null || !a.Ratio.Equals(b.Ratio)
        ? Unknown
        : new(a.Ratio, Checked(a.AtBase, b.AtBase, static (x, y) => checked(x + y)));

    public static Dimension operator -(Dimension a, Dimension b) => a.Ratio is null || !a.Ratio.Equals(b.Ratio)
        ? Unknown
        : new(a.Ratio, Checked(a.AtBase, b.AtBase, static (x, y) => checked(x - y)));

    /// <summary>What is known after a variable may hold either.</summary>
    public Dimension Or(Dimension other) => Ratio is null || !Ratio.Equals(other.Ratio)
        ? Unknown
        : new(Ratio, AtBase == other.AtBase ? AtBase : null);

    private static long? Checked(long? a, long? b, System.Func<long, long, long?> operation)
    {
        try
        {
            return a is { } x && b is { } y ? operation(x, y) : null;
        }
        catch (System.OverflowException)
        {
            return null;
        }
    }
}
