using FsCheck;
using FsCheck.Fluent;
using Parameterize.Scaling.Algebra;

namespace Parameterize.Tests.Kit;

/// <summary>Random values of the calculus.</summary>
internal static class Any
{
    public static Gen<Rational> Rational { get; } =
        Gen.Choose(-40, 40).Zip(Gen.Choose(1, 12), (numerator, denominator) => new Rational(numerator, denominator));

    public static Gen<Exponent> Exponent { get; } = Rational.Zip(Rational, (constant, slope) => new Exponent(constant, slope));

    /// <summary>Coefficients are powers of two, so that products are exact.</summary>
    public static Gen<Factor> Factor { get; } = Gen.Choose(-6, 6).Select(power => Math.Pow(2, power)).Zip(
        Gen.ArrayOf(Gen.Elements("n", "m", "q", "gamma").Zip(Exponent, Scaling.Algebra.Factor.Of)),
        (coefficient, powers) =>
            powers.Take(5).Aggregate(Scaling.Algebra.Factor.Constant(coefficient), (product, power) => product * power));

    /// <summary>Multiples of 1/4 in [low, high].</summary>
    public static Gen<Rational> Quarters(int low, int high) => Gen.Choose(4 * low, 4 * high).Select(quarter => new Rational(quarter, 4));
}
