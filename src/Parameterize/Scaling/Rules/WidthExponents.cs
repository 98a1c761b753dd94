using Parameterize.Scaling.Algebra;

namespace Parameterize.Scaling.Rules;

/// <summary>What [Exponents] says of a weight: <c>M = n^-a</c>, <c>sigma = n^-b</c>, <c>eta = n^-c</c> per family.</summary>
/// <param name="A">The multiplier's exponent.</param>
/// <param name="B">The init's exponent.</param>
/// <param name="CSgd">The exponent of the rate of SGD-like optimizers; null to keep the rule of the kind.</param>
/// <param name="CAdam">The same for Adam-like optimizers.</param>
/// <param name="CSpectral">The same for spectral optimizers, of a hidden tensor.</param>
public sealed record WidthExponents(Rational A, Rational B, Rational? CSgd, Rational? CAdam, Rational? CSpectral = null)
{
    private const string Rule = "rule";

    /// <summary>The exponent of the rate of one family; null where the rule of the kind stays.</summary>
    public Rational? C(OptimizerFamily family) => family.Known() switch
    {
        OptimizerFamily.SgdLike => CSgd,
        OptimizerFamily.AdamLike => CAdam,
        OptimizerFamily.Spectral => CSpectral,
    };

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static WidthExponents Parse(string text)
    {
        var parts = (text ?? throw new ArgumentNullException(nameof(text))).Split(',').Select(part => part.Trim()).ToArray();
        return parts.Length is 4 or 5
            ? new WidthExponents(
                Number(parts[0]), Number(parts[1]), Rate(parts[2]), Rate(parts[3]), parts.Length == 5 ? Rate(parts[4]) : null)
            : throw Wrong();

        Rational Number(string part) => Rational.TryParse(part) ?? throw Wrong();

        Rational? Rate(string part) => part == Rule ? null : Number(part);

        FormatException Wrong() => new(
            $"'{text}' is not of the form a, b, c of SGD, c of Adam[, c of spectral], such as '0, 1/2, 1, {Rule}'.");
    }

    /// <summary>
    /// As <c>0, 1/2, 1, 1/2</c>: a, b, c for SGD, c for Adam, <c>rule</c> where the rule of the kind stays; c for spectral optimizers
    /// behind them if there is one.
    /// </summary>
    public override string ToString() =>
        $"{A}, {B}, {CSgd?.ToString() ?? Rule}, {CAdam?.ToString() ?? Rule}{(CSpectral is null ? "" : $", {CSpectral}")}";
}
