namespace Parameterize;

/// <summary>
/// Width exponents of one's own instead of the rule of the kind, in the notation of Yang and Hu (arXiv 2011.14522, definition 3.1):
/// with n the model's width over its base width, the weight is used as <c>n^-a w</c>, <c>w</c> has std <c>n^-b</c> and learning rate
/// <c>n^-c</c>, each relative to base width. The compiler propagates them and says what is unstable or trivial.
/// </summary>
/// <remarks>
/// Beside [Input], [Hidden] or [Output], or alone where the constructor shows the kind. Exponents are fractions with a denominator of
/// at most 64. They are those of the weight: a bias keeps the rule of its kind at the class's richness. Weight decay scales like
/// <c>1/eta</c>, or as DecayExponent says; Adam's epsilon like the weight's gradient, as propagated. A baseline ignores the attribute.
/// </remarks>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class ExponentsAttribute : Attribute
{
    /// <summary>Exponents with a rate for some families, or for one: then the class is meant for those alone.</summary>
    /// <param name="a">The forward multiplier is <c>n^-a</c>.</param>
    /// <param name="b">The init std is <c>n^-b</c>.</param>
    public ExponentsAttribute(double a, double b) => (A, B) = (a, b);

    /// <summary>
    /// Exponents with one rate for SGD-like and Adam-like optimizers, unless <see cref="CSgd"/> or <see cref="CAdam"/> says otherwise.
    /// </summary>
    /// <param name="a">The forward multiplier is <c>n^-a</c>.</param>
    /// <param name="b">The init std is <c>n^-b</c>.</param>
    /// <param name="c">The learning rate is <c>n^-c</c>.</param>
    public ExponentsAttribute(double a, double b, double c)
        : this(a, b) => C = c;

    /// <summary>The forward multiplier is <c>n^-a</c>.</summary>
    public double A { get; }

    /// <summary>The init std is <c>n^-b</c>.</summary>
    public double B { get; }

    /// <summary>The learning rate is <c>n^-c</c> where the family has none of its own; not a number if not given.</summary>
    public double C { get; } = double.NaN;

    /// <summary>c for SGD-like optimizers. Default: c, and without c the rule of the kind (at this multiplier).</summary>
    public double CSgd { get; set; } = double.NaN;

    /// <summary>c for Adam-like optimizers. Default: c, and without c the rule of the kind (at this multiplier).</summary>
    public double CAdam { get; set; } = double.NaN;

    /// <summary>
    /// c for spectral optimizers, of a hidden tensor; others go by <see cref="CAdam"/> there. Default: the rule of the kind (at this
    /// multiplier).
    /// </summary>
    public double CSpectral { get; set; } = double.NaN;
}
