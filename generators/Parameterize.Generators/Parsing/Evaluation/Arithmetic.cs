using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Parameterize.Generators.Parsing;

/// <summary>
/// Arithmetic on numbers that grow. A result has a ratio where it is the same at every width by which the base can be multiplied;
/// where it is not, its value at base widths is computed all the same.
/// </summary>
internal static class Arithmetic
{
    private const string Remainder = "may leave a remainder, so that it does not grow in proportion; choose sizes that divide";
    private const string Sum = "adds numbers that do not grow alike, so that it is no multiple of a width; give it as a product of widths and constants";

    /// <summary>What is to be said of any other operation on numbers that grow.</summary>
    public const string Reason = "is no product of widths and constants; give it as one";

    public static Dimension Of(BinaryOperatorKind kind, Dimension a, Dimension b, bool isWhole, SyntaxNode at)
    {
        var (value, usual) = (Computed(a.Value, b.Value), Computed(a.Usual, b.Usual));
        if (IsZero(a) && kind is BinaryOperatorKind.Multiply or BinaryOperatorKind.Add)
        {
            return kind == BinaryOperatorKind.Multiply ? a : b;
        }

        if (IsZero(b) && kind is BinaryOperatorKind.Multiply or BinaryOperatorKind.Add or BinaryOperatorKind.Subtract)
        {
            return kind == BinaryOperatorKind.Multiply ? b : a;
        }

        if (Dimension.Doubtful(a, b) is { Doubt: { } doubt })
        {
            return Dimension.Unclear(doubt, value);
        }

        if (a.IsFinite && b.IsFinite)
        {
            return Dimension.Growing(a.Ratio!, value) with { Usual = usual, IsRough = a.IsRough || b.IsRough };
        }

        return kind switch
        {
            BinaryOperatorKind.Multiply => a * b,
            BinaryOperatorKind.Divide => Quotient(a, b, isWhole, value, usual, at),
            BinaryOperatorKind.LeftShift when b is { IsFinite: true, Value: >= 0 and < 62 } =>
                a * Finite.Constant(Math.Pow(2, b.Value.Value)),
            BinaryOperatorKind.RightShift when b is { IsFinite: true, Value: >= 0 and < 62 } =>
                Quotient(a, Finite.Constant(Math.Pow(2, b.Value.Value)), isWhole, value, usual, at),
            BinaryOperatorKind.Add or BinaryOperatorKind.Subtract => a.Ratio!.Equals(b.Ratio)
                ? value == 0
                    ? Finite.Constant(0) : Dimension.Growing(a.Ratio, value) with { Usual = usual, IsRough = a.IsRough || b.IsRough }
                : Dimension.Unclear(new(at, Sum), value),
            _ => Dimension.Unclear(new(at, Reason), value),
        };

        double? Computed(double? x, double? y) => x is { } left && y is { } right ? Compute(kind, left, right, isWhole) : null;
    }

    /// <summary>The larger or the smaller of two: of numbers that grow alike, the same one at every width.</summary>
    public static Dimension Extreme(Dimension a, Dimension b, bool isLarger, SyntaxNode at)
    {
        double? value = a.Value is { } x && b.Value is { } y ? isLarger ? Math.Max(x, y) : Math.Min(x, y) : null;
        return Dimension.Doubtful(a, b) is { Doubt: { } doubt } ? Dimension.Unclear(doubt, value)
            : a.Ratio!.Equals(b.Ratio) ? Dimension.Growing(a.Ratio, value) with { IsRough = a.IsRough || b.IsRough }
            : Dimension.Unclear(new(at, "is one number at some widths and another at others; choose one of them"), value);
    }

    /// <summary>A number with its digits after the point taken off, by a conversion or a call.</summary>
    public static Dimension Whole(Dimension number, Func<double, double> round, SyntaxNode at)
    {
        return number.Usual is not { } usual ? number is { IsRough: true, Ratio: not null, IsFinite: false }
            ? Dimension.Unclear(new(at, Remainder)) : number
        : number.Ratio is null ? Dimension.Unclear(number.Doubt!, Rounded(number.Value))
        : number.IsFinite ? Dimension.Growing(number.Ratio, Rounded(number.Value)) with { Usual = round(usual), IsRough = number.IsRough }
        : Math.Floor(usual) == usual && !number.IsRough ? number
        : Dimension.Unclear(new(at, "is rounded, so that it does not grow in proportion; choose sizes that need no rounding"), Rounded(number.Value));

        double? Rounded(double? value) => value is { } known ? round(known) : null;
    }

    /// <summary>Whether a comparison comes out alike at all widths, and how; null where it cannot be told.</summary>
    public static bool? Compare(BinaryOperatorKind kind, Dimension a, Dimension b)
    {
        if (a.Ratio is null || b.Ratio is null || a.Value is not { } x || b.Value is not { } y
            || !(a.Ratio.Equals(b.Ratio) || (a.IsFinite && x <= 0 && y > 0) || (b.IsFinite && y <= 0 && x > 0)))
        {
            return null;
        }

        // Of two that grow alike, or a width and what is at most 0, one is the larger at every width.

        return kind switch
        {
            BinaryOperatorKind.Equals => x == y,
            BinaryOperatorKind.NotEquals => x != y,
            BinaryOperatorKind.LessThan => x < y,
            BinaryOperatorKind.LessThanOrEqual => x <= y,
            BinaryOperatorKind.GreaterThan => x > y,
            BinaryOperatorKind.GreaterThanOrEqual => x >= y,
            _ => null,
        };
    }

    private static bool IsZero(Dimension number) => number is { IsFinite: true, Value: 0 };

    private static Dimension Quotient(Dimension a, Dimension b, bool isWhole, double? value, double? usual, SyntaxNode at)
    {
        var exact = a / b;
        if (isWhole && a.IsFinite && !b.IsFinite)
        {
            // 256 / width leaves a remainder at most widths, whatever it does at the base.
            return Dimension.Unclear(new(at, Remainder), value);
        }

        return !isWhole || (usual is null ? !exact.IsRough || exact.IsFinite : exact.Usual == usual) ? exact
            : exact.IsFinite ? Dimension.Growing(exact.Ratio!, value) with { Usual = usual }
            : Dimension.Unclear(new(at, Remainder), value);
    }

    private static double? Compute(BinaryOperatorKind kind, double x, double y, bool isWhole)
    {
        var value = kind switch
        {
            BinaryOperatorKind.Add => x + y,
            BinaryOperatorKind.Subtract => x - y,
            BinaryOperatorKind.Multiply => x * y,
            BinaryOperatorKind.Divide when y != 0 => isWhole ? Math.Truncate(x / y) : x / y,
            BinaryOperatorKind.Remainder when y != 0 => x % y,
            BinaryOperatorKind.LeftShift when y is >= 0 and < 62 => x * Math.Pow(2, y),
            BinaryOperatorKind.RightShift when y is >= 0 and < 62 => Math.Floor(x / Math.Pow(2, y)),
            _ => double.NaN,
        };
        return double.IsNaN(value) || double.IsInfinity(value) || (isWhole && Math.Abs(value) >= 1L << 53) ? null : value;
    }
}
