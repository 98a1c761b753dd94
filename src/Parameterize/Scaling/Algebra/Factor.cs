using System.Globalization;

namespace Parameterize.Scaling.Algebra;

/// <summary>
/// A scale factor written out: a constant times powers of named ratios, such as <c>n^(r - 1/2)</c> or <c>gamma^2 m^-1</c>. Equal
/// factors are equal values, so that the compiler can simplify, group and compare them.
/// </summary>
public sealed class Factor : IEquatable<Factor>
{
    private readonly KeyValuePair<string, Exponent>[] _powers; // by name, no zero exponents

    private Factor(double coefficient, params KeyValuePair<string, Exponent>[] powers)
    {
        Coefficient = coefficient;
        _powers = powers;
    }

    /// <summary>The factor that changes nothing.</summary>
    public static Factor One { get; } = new(1);

    /// <summary>The constant in front.</summary>
    public double Coefficient { get; }

    /// <summary>The ratios and their exponents, ordered by name, none zero.</summary>
    public IReadOnlyList<KeyValuePair<string, Exponent>> Powers => _powers;

    /// <summary>Whether this is 1 whatever the widths and the richness.</summary>
    public bool IsOne => Coefficient == 1 && _powers.Length == 0;

    /// <summary>Whether no ratio occurs.</summary>
    public bool IsConstant => _powers.Length == 0;

    /// <summary>The product.</summary>
    public static Factor operator *(Factor a, Factor b)
    {
        if (a.IsOne || b.IsOne)
        {
            return a.IsOne ? b : a;
        }

        // Both are ordered by name: one pass merges them. Every keystroke in an annotated class comes through here.
        var powers = new List<KeyValuePair<string, Exponent>>(a._powers.Length + b._powers.Length);
        for (int i = 0, j = 0; i < a._powers.Length || j < b._powers.Length;)
        {
            var (hasLeft, hasRight) = (i < a._powers.Length, j < b._powers.Length);
            var order = hasLeft && hasRight ? string.CompareOrdinal(a._powers[i].Key, b._powers[j].Key) : 0;
            if (!hasRight || order < 0)
            {
                powers.Add(a._powers[i++]);
            }
            else if (!hasLeft || order > 0)
            {
                powers.Add(b._powers[j++]);
            }
            else
            {
                powers.Add(Power(a._powers[i].Key, a._powers[i++].Value + b._powers[j++].Value));
            }
        }

        return Canonical(a.Coefficient * b.Coefficient, powers);
    }

    /// <summary>The quotient.</summary>
    public static Factor operator /(Factor a, Factor b) => a * b.Inverse();

    /// <summary>The constant <paramref name="coefficient"/>.</summary>
    public static Factor Constant(double coefficient) =>
        coefficient == 1 ? One : new(coefficient);

    /// <summary>The ratio <paramref name="symbol"/> to a power.</summary>
    public static Factor Of(string symbol, Exponent exponent) => exponent.IsZero ? One : new(1, Power(symbol, exponent));

    /// <summary>The ratio <paramref name="symbol"/>.</summary>
    public static Factor Of(string symbol) => Of(symbol, Rational.One);

    /// <summary>Reads a product of constant powers as <see cref="ToString"/> writes it: <c>1</c>, <c>n</c>, <c>2 n^-1/2 m</c>.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Factor Parse(string formula)
    {
        return formula.Split(' ').Select(Term).Aggregate(One, (product, term) => product * term);

        Factor Term(string term)
        {
            if (double.TryParse(term, NumberStyles.Float, CultureInfo.InvariantCulture, out var coefficient))
            {
                return Constant(coefficient);
            }

            var parts = term.Split('^');
            if (parts.Length == 1 && parts[0].Length > 0)
            {
                return Of(parts[0]);
            }

            return parts.Length == 2 && parts[0].Length > 0 && Rational.TryParse(parts[1]) is { } exponent
                ? Of(parts[0], exponent)
                : throw new FormatException($"'{term}' in '{formula}' is no number and no power such as n^-1/2.");
        }
    }

    /// <summary>This to a constant power.</summary>
    public Factor Pow(Rational exponent) =>
        Map(exponent.IsZero ? 1 : Math.Pow(Coefficient, exponent.ToDouble()), power => exponent * power);

    /// <summary>This ratio to a power that may depend on the richness; what it is made of has constant exponents.</summary>
    /// <exception cref="InvalidOperationException">
    /// An exponent would become quadratic in the richness, or a constant other than 1 would be raised to it.
    /// </exception>
    public Factor Pow(Exponent exponent)
    {
        if (exponent.IsConstant)
        {
            return Pow(exponent.Constant);
        }

        if (Coefficient == 1 && _powers.All(power => power.Value.IsConstant))
        {
            return Map(1, power => power.Constant * exponent);
        }

        throw new InvalidOperationException($"({this})^({exponent}) is no product of powers linear in r.");
    }

    /// <summary>1 over this.</summary>
    public Factor Inverse() => Pow(-Rational.One);

    /// <summary>The same factor at one richness: exponents become numbers.</summary>
    public Factor At(Rational richness) => Map(Coefficient, power => power.At(richness));

    /// <summary>The same factor with another factor in a symbol's place.</summary>
    public Factor Substitute(string symbol, Factor value) => _powers.Aggregate(
        Constant(Coefficient),
        (product, power) => product * (power.Key == symbol ? value.Pow(power.Value) : Of(power.Key, power.Value)));

    /// <summary>The exponent of one ratio; 0 when it does not occur.</summary>
    public Exponent ExponentOf(string symbol) => _powers.FirstOrDefault(power => power.Key == symbol).Value;

    /// <summary>
    /// The number, given the ratios and the richness. At ratios of 1 it is exactly the coefficient. It is computed as generated code does,
    /// with roots and quotients where those say it, so that both have the same last bit.
    /// </summary>
    public double Evaluate(Func<string, double> ratio, double richness = 0)
    {
        var (above, below) = (Coefficient, 1.0);
        foreach (var power in _powers)
        {
            if (!power.Value.IsConstant)
            {
                above *= Math.Pow(ratio(power.Key), power.Value.At(richness));
            }
            else if (power.Value.Constant < 0)
            {
                below = Times(below, ratio(power.Key), -power.Value.Constant);
            }
            else
            {
                above = Times(above, ratio(power.Key), power.Value.Constant);
            }
        }

        return above / below;
    }

    /// <inheritdoc/>
    public bool Equals(Factor? other) => other is not null && Coefficient.Equals(other.Coefficient) && _powers.SequenceEqual(other._powers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Factor);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _powers.Aggregate(Coefficient.GetHashCode(), (hash, power) => (hash, power.Key, power.Value).GetHashCode());

    /// <summary>As <c>1</c>, <c>n</c>, <c>n^-1/2</c>, <c>2 gamma^2 n^(2r - 1)</c>.</summary>
    public override string ToString()
    {
        var powers = string.Join(" ", _powers.Select(power => power.Value switch
        {
            { IsConstant: false } => $"{power.Key}^({power.Value})",
            { Constant: var exponent } => exponent == 1 ? power.Key : $"{power.Key}^{exponent}",
        }));
        if (powers.Length == 0)
        {
            return Number();
        }

        return Coefficient == 1 ? powers : $"{Number()} {powers}";

        string Number() => Coefficient.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>Powers that are ordered, without those that are 1; none at all beside a zero.</summary>
    private static Factor Canonical(double coefficient, List<KeyValuePair<string, Exponent>> powers)
    {
        powers.RemoveAll(power => power.Value.IsZero || coefficient == 0);
        return coefficient == 1 && powers.Count == 0 ? One : new(coefficient, [.. powers]);
    }

    private Factor Map(double coefficient, Func<Exponent, Exponent> exponent)
    {
        var powers = new List<KeyValuePair<string, Exponent>>(_powers.Length);
        foreach (var power in _powers)
        {
            powers.Add(Power(power.Key, exponent(power.Value)));
        }

        return Canonical(coefficient, powers);
    }

    private static double Times(double product, double ratio, Rational exponent)
    {
        if (exponent == Rational.Half)
        {
            return product * Math.Sqrt(ratio);
        }

        if (exponent == Rational.One + Rational.Half)
        {
            return product * ratio * Math.Sqrt(ratio);
        }

        return exponent == 2 ? product * ratio * ratio : product * Math.Pow(ratio, exponent.ToDouble());
    }

    private static KeyValuePair<string, Exponent> Power(string symbol, Exponent exponent) => new(symbol, exponent);
}
