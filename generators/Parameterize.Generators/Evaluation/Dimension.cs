using Microsoft.CodeAnalysis;
using Parameterize.Scaling.Algebra;

namespace Parameterize.Generators.Evaluation;

/// <summary>A number in a constructor: how it grows with the widths, and its values at base widths and others.</summary>
internal sealed record Dimension
{
    private readonly double? _usual;
    private readonly double? _least;
    private readonly Factor? _power;

    private Dimension(Factor? ratio, Samples values) => (Ratio, Values) = (ratio, values);

    /// <summary>The number over the same number at base widths; null when that is no product of widths, or not known.</summary>
    public Factor? Ratio { get; }

    /// <summary>
    /// The same of a number that is no size, such as a std: a product of powers of widths, roots included, which as a size would have to be
    /// whole.
    /// </summary>
    public Factor? Power
    {
        get => Ratio ?? _power;
        init => _power = value;
    }

    /// <summary>Its values, where they are known, also of a number whose ratio is not.</summary>
    public Samples Values { get; init; }

    /// <summary>Its value at base widths, where that is known.</summary>
    public double? Value => Values.AtBase;

    /// <summary>
    /// The same, with the defaults of optional parameters for what they are given; for what has to divide without a remainder.
    /// </summary>
    public double? Usual
    {
        get => Value ?? _usual;
        init => _usual = value;
    }

    /// <summary>What a finite whole number is not below, where that is known: a counter after the first round.</summary>
    public double? AtLeast
    {
        get => IsFinite ? Value ?? _least : null;
        init => _least = value;
    }

    /// <summary>Why the ratio is unknown, where it is.</summary>
    public Doubt? Doubt { get; private init; }

    /// <summary>The expression that computes it, of a number whose ratio is unknown.</summary>
    public SyntaxNode? Source { get; init; }

    /// <summary>Whether it may not divide without a remainder: its digits are not exact, or it is one of several numbers.</summary>
    public bool IsRough { get; init; }

    /// <summary>Whether it is a width as it was given, which by its default may be none.</summary>
    public bool MayBeNone { get; init; }

    public bool IsFinite => Ratio is { IsOne: true };

    public bool Equals(Dimension? other) => other is not null
        && Equals(Ratio, other.Ratio) && Values.Equals(other.Values) && Usual == other.Usual && AtLeast == other.AtLeast
        && Equals(Doubt, other.Doubt)
            && IsRough == other.IsRough && Equals(Power, other.Power);

    public override int GetHashCode() => Values.GetHashCode();

    /// <summary>Its value at base widths as a whole number, where it is one.</summary>
    public long? AtBase => Value is { } value && Math.Abs(value) < 1L << 53 && Math.Floor(value) == value ? (long)value : null;

    /// <summary>A number that is a multiple of this ratio. What may have the ratio 1 is for <see cref="Finite"/> to say.</summary>
    public static Dimension Growing(Factor ratio, Samples values) => new(ratio, values);

    /// <summary>A number of which it is not known how it grows.</summary>
    public static Dimension Unclear(Doubt doubt, Samples? values = null) => new(null, values ?? Samples.None) { Doubt = doubt };

    /// <summary>The same number, of whose digits nothing is known.</summary>
    public Dimension WithoutValue() => new(Ratio, Samples.None) { Doubt = Doubt, IsRough = true, Power = _power };

    /// <summary>Whether there is nothing to tell it and another one apart by. Why nothing is known of them is no difference.</summary>
    public bool Same(Dimension other) =>
        Ratio is null ? other.Ratio is null && Values.Equals(other.Values) && Equals(Power, other.Power) : Equals(other);

    /// <summary>The product, also of a layer's arguments.</summary>
    public static Dimension operator *(Dimension a, Dimension b)
    {
        var values = Samples.Zip(a.Values, b.Values, static (x, y) => x * y);
        return Doubtful(a, b) is { Doubt: { } doubt } ? Unclear(doubt, values)
            : new(a.Ratio! * b.Ratio!, values) { Usual = a.Usual * b.Usual, IsRough = a.IsRough || b.IsRough };
    }

    /// <summary>The exact quotient, also of a layer's arguments.</summary>
    public static Dimension operator /(Dimension a, Dimension b)
    {
        var values = Samples.Zip(a.Values, b.Values, static (x, y) => y == 0 ? double.NaN : x / y);
        return Doubtful(a, b) is { Doubt: { } doubt } ? Unclear(doubt, values)
            : new(a.Ratio! / b.Ratio!, values) { Usual = b.Usual == 0 ? null : a.Usual / b.Usual, IsRough = a.IsRough || b.IsRough };
    }

    /// <summary>The first of the two that is unknown; null if none is.</summary>
    public static Dimension? Doubtful(Dimension a, Dimension b)
    {
        if (a.Ratio is null)
        {
            return a;
        }

        return b.Ratio is null ? b : null;
    }
}
