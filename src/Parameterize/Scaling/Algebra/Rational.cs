using System.Globalization;
using System.Numerics;

namespace Parameterize.Scaling.Algebra;

/// <summary>An exact fraction in lowest terms, the denominator positive: what exponents are made of.</summary>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly long _denominatorMinusOne; // so that default(Rational) is 0/1

    /// <summary>The fraction <paramref name="numerator"/>/<paramref name="denominator"/>.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="denominator"/> is 0.</exception>
    /// <exception cref="OverflowException">A part does not fit into 64 bits.</exception>
    public Rational(long numerator, long denominator = 1)
    {
        if (denominator == 0)
        {
            throw new DivideByZeroException("A fraction's denominator is not zero.");
        }

        var divisor = GreatestCommonDivisor(Math.Abs(numerator), Math.Abs(denominator)) * Math.Sign(denominator);
        Numerator = numerator / divisor;
        _denominatorMinusOne = (denominator / divisor) - 1;
    }

    /// <summary>0.</summary>
    public static Rational Zero => default;

    /// <summary>1.</summary>
    public static Rational One => new(1);

    /// <summary>1/2.</summary>
    public static Rational Half => new(1, 2);

    /// <summary>The numerator, which carries the sign.</summary>
    public long Numerator { get; }

    /// <summary>The denominator, at least 1.</summary>
    public long Denominator => _denominatorMinusOne + 1;

    /// <summary>Whether this is 0.</summary>
    public bool IsZero => Numerator == 0;

    /// <summary>The integer <paramref name="value"/> as a fraction.</summary>
    public static implicit operator Rational(long value) => new(value);

    /// <summary>The nearest double.</summary>
    public static explicit operator double(Rational value) => value.ToDouble();

    /// <summary>The sum.</summary>
    public static Rational operator +(Rational a, Rational b)
    {
        var shared = GreatestCommonDivisor(a.Denominator, b.Denominator); // taken out first, so that what fits does not overflow
        return checked(new(
            (a.Numerator * (b.Denominator / shared)) + (b.Numerator * (a.Denominator / shared)),
            a.Denominator / shared * b.Denominator));
    }

    /// <summary>The difference.</summary>
    public static Rational operator -(Rational a, Rational b) => a + -b;

    /// <summary>The negative.</summary>
    public static Rational operator -(Rational a) => new(-a.Numerator, a.Denominator);

    /// <summary>The product.</summary>
    public static Rational operator *(Rational a, Rational b)
    {
        var (left, right) = (new Rational(a.Numerator, b.Denominator), new Rational(b.Numerator, a.Denominator));
        return checked(new(left.Numerator * right.Numerator, left.Denominator * right.Denominator));
    }

    /// <summary>The quotient.</summary>
    public static Rational operator /(Rational a, Rational b) => a * new Rational(b.Denominator, b.Numerator);

    /// <summary>Whether both are the same number.</summary>
    public static bool operator ==(Rational a, Rational b) => a.Equals(b);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    /// <summary>Whether <paramref name="a"/> is less.</summary>
    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    /// <summary>Whether <paramref name="a"/> is greater.</summary>
    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    /// <summary>Whether <paramref name="a"/> is less or equal.</summary>
    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    /// <summary>Whether <paramref name="a"/> is greater or equal.</summary>
    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    /// <summary>
    /// The nearest fraction whose denominator is at most <paramref name="maxDenominator"/>, if it is that number to within 1e-9.
    /// </summary>
    /// <param name="value">What an attribute says: 0.5, 1.0 / 3 ...</param>
    /// <param name="maxDenominator">The largest denominator to try.</param>
    /// <returns>Null when <paramref name="value"/> is no such fraction, not finite, or larger than a million.</returns>
    public static Rational? FromDouble(double value, int maxDenominator = 64)
    {
        if (double.IsNaN(value) || Math.Abs(value) > 1e6)
        {
            return null;
        }

        for (var denominator = 1; denominator <= maxDenominator; denominator++)
        {
            var numerator = Math.Round(value * denominator);
            if (Math.Abs((numerator / denominator) - value) <= 1e-9)
            {
                return new Rational((long)numerator, denominator);
            }
        }

        return null;
    }

    /// <summary>Reads <c>3</c> or <c>-1/2</c>; null when it is neither.</summary>
    public static Rational? TryParse(string text)
    {
        var parts = text.Split('/');
        return parts.Length <= 2
            && long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var numerator)
            && long.TryParse(parts.Length == 2 ? parts[1] : "1", NumberStyles.None, CultureInfo.InvariantCulture, out var denominator)
            && denominator > 0
                ? new Rational(numerator, denominator)
                : null;
    }

    /// <summary>The nearest double.</summary>
    public double ToDouble() => (double)Numerator / Denominator;

    /// <inheritdoc/>
    public int CompareTo(Rational other) =>
        ((BigInteger)Numerator * other.Denominator).CompareTo((BigInteger)other.Numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Rational other) => Numerator == other.Numerator && Denominator == other.Denominator;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (Numerator, Denominator).GetHashCode();

    /// <summary>As <c>3</c>, <c>-1/2</c>.</summary>
    public override string ToString() => Denominator == 1
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Format(CultureInfo.InvariantCulture, "{0}/{1}", Numerator, Denominator);

    private static long GreatestCommonDivisor(long a, long b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
