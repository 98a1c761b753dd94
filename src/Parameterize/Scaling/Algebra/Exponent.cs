namespace Parameterize.Scaling.Algebra;

/// <summary>
/// An exponent that may depend on the dial: <c>Constant + PerRichness * r</c>. Every rule of the theory has exponents of this form.
/// </summary>
/// <param name="Constant">The part that does not depend on r.</param>
/// <param name="PerRichness">What one unit of r adds.</param>
public readonly record struct Exponent(Rational Constant, Rational PerRichness = default)
{
    /// <summary>The richness itself: <c>r</c>.</summary>
    public static Exponent Richness => new(Rational.Zero, Rational.One);

    /// <summary>Whether this is 0 for every r.</summary>
    public bool IsZero => Constant.IsZero && PerRichness.IsZero;

    /// <summary>Whether this is the same number for every r.</summary>
    public bool IsConstant => PerRichness.IsZero;

    /// <summary>A number.</summary>
    public static implicit operator Exponent(Rational constant) => new(constant);

    /// <summary>An integer.</summary>
    public static implicit operator Exponent(long constant) => new(constant);

    /// <summary>The sum.</summary>
    public static Exponent operator +(Exponent a, Exponent b) => new(a.Constant + b.Constant, a.PerRichness + b.PerRichness);

    /// <summary>The difference.</summary>
    public static Exponent operator -(Exponent a, Exponent b) => new(a.Constant - b.Constant, a.PerRichness - b.PerRichness);

    /// <summary>The negative.</summary>
    public static Exponent operator -(Exponent a) => new(-a.Constant, -a.PerRichness);

    /// <summary>The multiple.</summary>
    public static Exponent operator *(Rational factor, Exponent a) => new(factor * a.Constant, factor * a.PerRichness);

    /// <summary>The exponent at one richness.</summary>
    public Rational At(Rational richness) => Constant + (PerRichness * richness);

    /// <summary>The exponent at one richness.</summary>
    public double At(double richness) => Constant.ToDouble() + (PerRichness.ToDouble() * richness);

    /// <summary>As <c>1/2</c>, <c>2r</c>, <c>r - 1/2</c>.</summary>
    public override string ToString()
    {
        if (IsConstant)
        {
            return Constant.ToString();
        }

        if (PerRichness < 0 && Constant > 0)
        {
            return $"{Constant} - {-new Exponent(0, PerRichness)}";
        }

        if (Constant.IsZero)
        {
            return Slope();
        }

        return Constant < 0 ? $"{Slope()} - {-Constant}" : $"{Slope()} + {Constant}";
    }

    private string Slope() => (PerRichness.Numerator, PerRichness.Denominator) switch
    {
        (1, 1) => "r",
        (-1, 1) => "-r",
        (_, 1) => $"{PerRichness}r",
        _ => $"({PerRichness})r",
    };
}
