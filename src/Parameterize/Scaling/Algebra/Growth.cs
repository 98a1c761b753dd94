namespace Parameterize.Scaling.Algebra;

/// <summary>
/// How a quantity scales with width: like <c>n^x</c>, or not at all because it is exactly zero. Sums of such quantities scale like the
/// largest, products add exponents (Yang and Hu, arXiv 2011.14522, section 3).
/// </summary>
public readonly record struct Growth : IComparable<Growth>
{
    private readonly bool _isSomething; // so that default(Growth) is nothing
    private readonly Rational _exponent;

    /// <summary>Like <c>n^exponent</c>.</summary>
    public Growth(Rational exponent) => (_isSomething, _exponent) = (true, exponent);

    /// <summary>Exactly zero, as the weights of a zero-initialised readout are.</summary>
    public static Growth Nothing => default;

    /// <summary>Like <c>n^0</c>: the same at every width.</summary>
    public static Growth Constant => new(Rational.Zero);

    /// <summary>Whether it is exactly zero.</summary>
    public bool IsNothing => !_isSomething;

    /// <summary>x in <c>n^x</c>; null when exactly zero.</summary>
    public Rational? Exponent => _isSomething ? _exponent : null;

    /// <summary>Like <c>n^exponent</c>.</summary>
    public static implicit operator Growth(Rational exponent) => new(exponent);

    /// <summary>Like <c>n^exponent</c>.</summary>
    public static implicit operator Growth(long exponent) => new(exponent);

    /// <summary>How the product scales: exponents add, and zero stays zero.</summary>
    public static Growth operator +(Growth a, Growth b) => a._isSomething && b._isSomething ? new(a._exponent + b._exponent) : Nothing;

    /// <summary>Whether <paramref name="a"/> is of lower order.</summary>
    public static bool operator <(Growth a, Growth b) => a.CompareTo(b) < 0;

    /// <summary>Whether <paramref name="a"/> is of higher order.</summary>
    public static bool operator >(Growth a, Growth b) => a.CompareTo(b) > 0;

    /// <summary>Whether <paramref name="a"/> is of lower or the same order.</summary>
    public static bool operator <=(Growth a, Growth b) => a.CompareTo(b) <= 0;

    /// <summary>Whether <paramref name="a"/> is of higher or the same order.</summary>
    public static bool operator >=(Growth a, Growth b) => a.CompareTo(b) >= 0;

    /// <summary>How the sum scales: like the larger.</summary>
    public static Growth Max(Growth a, Growth b) => a > b ? a : b;

    /// <summary>How the sum of many scales; an empty sum is zero.</summary>
    public static Growth Sum(IEnumerable<Growth> terms) => terms.Aggregate(Nothing, Max);

    /// <inheritdoc/>
    public int CompareTo(Growth other) =>
        _isSomething && other._isSomething ? _exponent.CompareTo(other._exponent) : _isSomething.CompareTo(other._isSomething);

    /// <summary>As <c>n^1/2</c>, <c>n</c>, <c>1</c>, <c>0</c>.</summary>
    public override string ToString()
    {
        if (!_isSomething)
        {
            return "0";
        }

        if (_exponent.IsZero)
        {
            return "1";
        }

        return _exponent == 1 ? "n" : $"n^{_exponent}";
    }
}
