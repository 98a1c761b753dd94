using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Scaling.Algebra;

namespace Parameterize.Generators.Evaluation;

/// <summary>
/// Arithmetic on numbers that grow. A result has a ratio where it is the same at every width by which the base can be multiplied;
/// where it is not, its values at base widths and others are computed all the same.
/// </summary>
internal static class Arithmetic
{
    private const string Remainder = "may leave a remainder, so that it does not grow in proportion; choose sizes that divide, "
        + "or compute it of [Width] parameters and constants alone";

    private const string Rounded =
        "is rounded, so that it does not grow in proportion; choose sizes that need no rounding, or compute it of [Width] parameters and "
            + "constants alone";

    private const string Sum =
        "adds numbers that do not grow alike, so that it is no multiple of a width; give it as a product of widths and constants";

    private const double Smallest = 16;
    private const double Largest = 1 << 20;

    /// <summary>What is to be said of any other operation on numbers that grow.</summary>
    public const string Reason = "is no product of widths and constants; give it as one";

    public static Dimension Of(BinaryOperatorKind kind, Dimension a, Dimension b, bool isWhole, SyntaxNode at)
    {
        var number = Computed(kind, a, b, isWhole, at);
        return number.Ratio is null && !isWhole ? number with { Power = PowerOf(kind, a.Power, b.Power) } : number;
    }

    private static Factor? PowerOf(BinaryOperatorKind kind, Factor? a, Factor? b) => a is null || b is null ? null : kind switch
    {
        BinaryOperatorKind.Multiply => a * b,
        BinaryOperatorKind.Divide => a / b,
        BinaryOperatorKind.Add when a.Equals(b) => a,
        _ => null,
    };

    private static Dimension Computed(BinaryOperatorKind kind, Dimension a, Dimension b, bool isWhole, SyntaxNode at)
    {
        if (IsZero(a) && kind is BinaryOperatorKind.Multiply or BinaryOperatorKind.Add)
        {
            return kind == BinaryOperatorKind.Multiply ? a : b;
        }

        if (IsZero(b) && kind is BinaryOperatorKind.Multiply or BinaryOperatorKind.Add or BinaryOperatorKind.Subtract)
        {
            return kind == BinaryOperatorKind.Multiply ? b : a;
        }

        var values = Samples.Zip(a.Values, b.Values, (x, y) => Compute(kind, x, y, isWhole));
        var usual = a.Usual is { } left && b.Usual is { } right && Compute(kind, left, right, isWhole) is var computed
            && !double.IsNaN(computed)
            ? computed : (double?)null;
        if (Dimension.Doubtful(a, b) is { Doubt: { } doubt })
        {
            return Unclear(doubt, values, at);
        }

        if (a.IsFinite && b.IsFinite)
        {
            return Dimension.Growing(a.Ratio!, values) with
            {
                Usual = usual, IsRough = a.IsRough || b.IsRough, AtLeast = isWhole ? Least(kind, a, b) : null,
            };
        }

        return kind switch
        {
            BinaryOperatorKind.Multiply => a * b,
            BinaryOperatorKind.Divide => Quotient(a, b, isWhole, values, usual, at),
            BinaryOperatorKind.LeftShift when b is { IsFinite: true, Value: >= 0 and < 62 } =>
                a * Finite.Constant(Math.Pow(2, b.Value.Value)),
            BinaryOperatorKind.RightShift when b is { IsFinite: true, Value: >= 0 and < 62 } =>
                Quotient(a, Finite.Constant(Math.Pow(2, b.Value.Value)), isWhole, values, usual, at),
            BinaryOperatorKind.Add or BinaryOperatorKind.Subtract when !a.Ratio!.Equals(b.Ratio) => Unclear(Lacking(at, Sum), values, at),
            BinaryOperatorKind.Add or BinaryOperatorKind.Subtract when values.AtBase == 0 => Finite.Constant(0),
            BinaryOperatorKind.Add or BinaryOperatorKind.Subtract =>
                Dimension.Growing(a.Ratio!, values) with { Usual = usual, IsRough = a.IsRough || b.IsRough },
            _ => Unclear(Lacking(at, Reason), values, at),
        };
    }

    /// <summary>The larger or the smaller of two: of numbers that grow alike, the same one at every width.</summary>
    public static Dimension Extreme(Dimension a, Dimension b, bool isLarger, SyntaxNode at)
    {
        var values = Samples.Zip(a.Values, b.Values, (x, y) => isLarger ? Math.Max(x, y) : Math.Min(x, y));
        if (Dimension.Doubtful(a, b) is { Doubt: { } doubt })
        {
            return Unclear(doubt, values, at);
        }

        return a.Ratio!.Equals(b.Ratio)
            ? Dimension.Growing(a.Ratio, values) with { IsRough = a.IsRough || b.IsRough }
            : Unclear(Lacking(at, "is one number at some widths and another at others; choose one of them"), values, at);
    }

    /// <summary>A number with its digits after the point taken off, by a conversion or a call.</summary>
    public static Dimension Whole(Dimension number, Func<double, double> round, SyntaxNode at)
    {
        var values = number.Values.Map(round);
        if (number.Ratio is null)
        {
            return Unclear(number.Doubt!, values, at);
        }

        if (number.Usual is not { } usual)
        {
            return number.IsFinite || (!number.IsRough && IsKept(number.Ratio, values))
                ? number with { Values = values }
                : Unclear(Lacking(at, Remainder), values, at);
        }

        if (number.IsFinite)
        {
            return Dimension.Growing(number.Ratio, values) with { Usual = round(usual), IsRough = number.IsRough };
        }

        return Math.Floor(usual) == usual && !number.IsRough && IsKept(number.Ratio, values)
            ? number with { Values = values }
            : Unclear(Lacking(at, Rounded), values, at);
    }

    /// <summary>A function of real numbers, of which nothing else is known.</summary>
    public static Dimension Real(Func<double, double, double> function, Dimension a, Dimension b, SyntaxNode at)
    {
        var values = Samples.Zip(a.Values, b.Values, function);
        if (Dimension.Doubtful(a, b) is { Doubt: { } doubt })
        {
            return Unclear(doubt, values, at);
        }

        return a.IsFinite && b.IsFinite
            ? Dimension.Growing(a.Ratio!, values) with { IsRough = true }
            : Unclear(Lacking(at, Reason), values, at);
    }

    // A step is small, so that no counter wraps around before its loop has made more layers than there is memory for.
    private static double? Least(BinaryOperatorKind kind, Dimension a, Dimension b) => (kind, a.AtLeast, b.AtLeast) switch
    {
        (BinaryOperatorKind.Add, { } x, { } y) when x <= Largest && y <= Smallest => x + y,
        (BinaryOperatorKind.Add, { } x, { } y) when y <= Largest && x <= Smallest => x + y,
        (BinaryOperatorKind.Subtract, { } x, _) when b.Value is >= 0 and <= Smallest => x - b.Value,
        _ => null,
    };

    /// <summary>Whether a comparison comes out alike at all widths, and how; null where it cannot be told.</summary>
    public static bool? Compare(BinaryOperatorKind kind, Dimension a, Dimension b)
    {
        if (a.Value is null || b.Value is null)
        {
            if (a.AtLeast is { } least && b is { IsFinite: true, Value: { } bound })
            {
                return Bounded(kind, least, bound);
            }

            return b.AtLeast is { } other && a is { IsFinite: true, Value: { } below }
                ? Bounded(Turned(kind), other, below)
                : null;
        }

        var isExact = (a.IsFinite && b.IsFinite) || !(a.IsRough || b.IsRough);
        if (a.Ratio is null || b.Ratio is null || a.Value is not { } x || b.Value is not { } y || !isExact
            || a.MayBeNone || b.MayBeNone
            || !(a.Ratio.Equals(b.Ratio) || (a.IsFinite && x <= 0 && y > 0) || (b.IsFinite && y <= 0 && x > 0)))
        {
            return null;
        }

        // Of two that grow alike, or a width and what is at most 0, one is the larger at every width.
        return Holds(kind, x, y);
    }

    /// <summary>At which widths a comparison holds: 1 where it does, 0 where it does not.</summary>
    public static Samples Truths(BinaryOperatorKind kind, Dimension a, Dimension b) => a.MayBeNone || b.MayBeNone
        ? Samples.None
        : Samples.Zip(a.Values, b.Values, (x, y) => Holds(kind, x, y) switch { true => 1, false => 0, null => double.NaN });

    private static bool? Holds(BinaryOperatorKind kind, double x, double y) => kind switch
    {
        BinaryOperatorKind.Equals => x == y,
        BinaryOperatorKind.NotEquals => x != y,
        BinaryOperatorKind.LessThan => x < y,
        BinaryOperatorKind.LessThanOrEqual => x <= y,
        BinaryOperatorKind.GreaterThan => x > y,
        BinaryOperatorKind.GreaterThanOrEqual => x >= y,
        _ => null,
    };

    /// <summary>A number that is at least so much, compared with one that is known.</summary>
    private static bool? Bounded(BinaryOperatorKind kind, double least, double other) => kind switch
    {
        BinaryOperatorKind.Equals or BinaryOperatorKind.LessThanOrEqual when least > other => false,
        BinaryOperatorKind.NotEquals or BinaryOperatorKind.GreaterThan when least > other => true,
        BinaryOperatorKind.LessThan when least >= other => false,
        BinaryOperatorKind.GreaterThanOrEqual when least >= other => true,
        _ => null,
    };

    private static BinaryOperatorKind Turned(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => kind,
    };

    private static bool IsZero(Dimension number) => number is { IsFinite: true, Value: 0 };

    private static Dimension Unclear(Doubt doubt, Samples values, SyntaxNode at) => Dimension.Unclear(doubt, values) with { Source = at };

    /// <summary>A doubt that the size at base widths would settle.</summary>
    private static Doubt Lacking(SyntaxNode at, string reason) => new(at, reason) { LacksSize = true };

    private static Dimension Quotient(Dimension a, Dimension b, bool isWhole, Samples values, double? usual, SyntaxNode at)
    {
        var exact = (a / b) with { Values = values };
        if (isWhole && a.IsFinite && !b.IsFinite)
        {
            // 256 / width leaves a remainder at most widths, whatever it does at the base.
            return Unclear(Lacking(at, Remainder), values, at);
        }

        if (!isWhole)
        {
            // A third has no exact binary digits: three of them may be less than one at some width.
            return exact with { IsRough = exact.IsRough || Finite.IsRoughly(usual) };
        }

        var isExact = usual is null ? !exact.IsRough || exact.IsFinite : a.Usual / b.Usual == usual;
        if (isExact && IsKept(exact.Ratio, values))
        {
            return exact;
        }

        return exact.IsFinite
            ? Dimension.Growing(exact.Ratio!, values) with { Usual = usual }
            : Unclear(Lacking(at, Remainder), values, at);
    }

    /// <summary>
    /// Whether a number without its digits after the point can have this ratio at every width: what shrinks leaves a remainder at some,
    /// however exact it is at the base, and one that grows in proportion shows it at all widths that are tried.
    /// </summary>
    private static bool IsKept(Factor? ratio, Samples values)
    {
        if (ratio is null)
        {
            return true; // unknown already
        }

        var degree = ratio.Powers.Aggregate(default(Exponent), static (sum, power) => sum + power.Value).At(0.0);
        return degree >= 0 && !Probes.Multiples.Where((multiple, probe) =>
            values.AtBase is { } atBase && values[probe] is { } value && value != Math.Round(atBase * Math.Pow(multiple, degree))).Any();
    }

    private static double Compute(BinaryOperatorKind kind, double x, double y, bool isWhole)
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
            BinaryOperatorKind.And when isWhole => (long)x & (long)y,
            BinaryOperatorKind.Or when isWhole => (long)x | (long)y,
            BinaryOperatorKind.ExclusiveOr when isWhole => (long)x ^ (long)y,
            _ => double.NaN,
        };
        return double.IsInfinity(value) || (isWhole && Math.Abs(value) >= 1L << 53) ? double.NaN : value;
    }
}
