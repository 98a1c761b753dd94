using System.Globalization;
using Parameterize.Scaling.Algebra;

namespace Parameterize.Tests.Kit;

/// <summary>
/// Reads a formula as a table prints it, "alpha^2 q n^-1": constants and powers of symbols, separated by spaces.
/// alpha stands for gamma n^r, alpha_m for gamma m^r and alpha_q for gamma q^r.
/// </summary>
internal static class Formula
{
    public static Factor Of(string text) =>
        text.Split(' ').Aggregate(Factor.One, (product, token) => product * Power(token.Split('^')));

    public static Rational Fraction(string text)
    {
        var parts = text.Split('/').Select(part => long.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return parts.Length == 1 ? parts[0] : new Rational(parts[0], parts[1]);
    }

    private static Factor Power(string[] token)
    {
        if (double.TryParse(token[0], CultureInfo.InvariantCulture, out var constant))
        {
            return Factor.Constant(constant);
        }

        var exponent = token.Length == 1 ? Rational.One : Fraction(token[1]);
        return token[0].StartsWith("alpha", StringComparison.Ordinal)
            ? Factor.Of("gamma", exponent) * Factor.Of(token[0] == "alpha" ? "n" : token[0][^1..], exponent * Exponent.Richness)
            : Factor.Of(token[0], exponent);
    }
}
