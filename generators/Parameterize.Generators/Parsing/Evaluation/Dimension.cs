using Microsoft.CodeAnalysis;
using Parameterize.Scaling;

namespace Parameterize.Generators.Parsing;

/// <summary>A whole number in a constructor: how it grows with the widths, and its value at base widths.</summary>
/// <param name="Ratio">The number over the same number at base widths; null when that is no product of widths.</param>
/// <param name="AtBase">Its value at base widths, where that is known.</param>
internal sealed record Dimension(Factor? Ratio, long? AtBase)
{
    /// <summary>A dimension of which nothing is known.</summary>
    public static Dimension Unknown { get; } = new(null, null);

    /// <summary>The expression that was not understood, where the ratio is unknown because of one.</summary>
    public SyntaxNode? Doubt { get; init; }

    public bool IsFinite => Ratio is { IsOne: true };

    /// <summary>A dimension that does not grow.</summary>
    public static Dimension Finite(long? value = null) => new(Factor.One, value);

    /// <summary>A dimension of which nothing is known because of an expression.</summary>
    public static Dimension Unclear(SyntaxNode expression) => Unknown with { Doubt = expression };

    public static Dimension operator *(Dimension a, Dimension b) => Doubtful(a, b)
        ?? new(a.Ratio! * b.Ratio!, Checked(a.AtBase, b.AtBase, static (x, y) => checked(x * y)));

    public static Dimension operator /(Dimension a, Dimension b) => Doubtful(a, b)
        ?? new(a.Ratio! / b.Ratio!, Checked(a.AtBase, b.AtBase, static (x, y) => y != 0 && x % y == 0 ? x / y : null));

    /// <summary>Terms that grow alike add up to one that does; other sums have no single ratio.</summary>
    public static Dimension operator +(Dimension a, Dimension b) => Doubtful(a, b) ?? (a.Ratio!.Equals(b.Ratio)
        ? new(a.Ratio, Checked(a.AtBase, b.AtBase, static (x, y) => checked(x + y)))
        : Unknown);

    public static Dimension operator -(Dimension a, Dimension b) => Doubtful(a, b) ?? (a.Ratio!.Equals(b.Ratio)
        ? new(a.Ratio, Checked(a.AtBase, b.AtBase, static (x, y) => checked(x - y)))
        : Unknown);

    /// <summary>What is known after a variable may hold either.</summary>
    public Dimension Or(Dimension other) => Doubtful(this, other) ?? (Ratio!.Equals(other.Ratio)
        ? new(Ratio, AtBase == other.AtBase ? AtBase : null)
        : Unknown);

    /// <summary>The same, with the expression to blame if nothing is known and none is blamed yet.</summary>
    public Dimension Blaming(SyntaxNode expression) => Ratio is null && Doubt is null ? Unclear(expression) : this;

    private static Dimension? Doubtful(Dimension a, Dimension b) => a.Ratio is null ? a : b.Ratio is null ? b : null;

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
