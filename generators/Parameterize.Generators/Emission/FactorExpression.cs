using Parameterize.Generators.Infrastructure;
using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize.Generators.Emission;

/// <summary>
/// A factor as a C# expression of type double: a constant where it is one, roots and quotients where they say it, powers only where the
/// exponent leaves no other way.
/// </summary>
/// <param name="richness">The variable that holds r when it is set at run time.</param>
/// <param name="gamma">The variable that holds gamma when it is set at run time.</param>
internal sealed class FactorExpression(string richness, string gamma)
{
    public const string Sqrt = "Sqrt";
    public const string Pow = "Pow";

    private readonly HashSet<string> _used = [];

    /// <summary>Local functions for what the expressions so far call by their short names.</summary>
    public IEnumerable<string> Functions => new[]
    {
        (Name: Sqrt, Code: "static double Sqrt(double x) => global::System.Math.Sqrt(x);"),
        (Name: Pow, Code: "static double Pow(double x, double y) => global::System.Math.Pow(x, y);"),
    }.Where(function => _used.Contains(function.Name)).Select(function => function.Code);

    /// <summary>The root of an expression.</summary>
    public string Root(string of) => $"{Used(Sqrt)}({of})";

    public string Of(Factor factor)
    {
        var above = factor.Powers.Where(power => !IsBelow(power.Value)).SelectMany(power => Terms(power.Key, power.Value)).ToList();
        var below = factor.Powers.Where(power => IsBelow(power.Value)).SelectMany(power => Terms(power.Key, -power.Value)).ToList();
        if (factor.Coefficient != 1 || above.Count == 0)
        {
            above.Insert(0, Literal.Short(factor.Coefficient));
        }

        var numerator = string.Join(" * ", above);
        return below.Count switch
        {
            0 => numerator,
            1 => $"{numerator} / {below[0]}",
            _ => $"{numerator} / ({string.Join(" * ", below)})",
        };
    }

    private string Used(string function)
    {
        _used.Add(function);
        return function;
    }

    private static bool IsBelow(Exponent exponent) => exponent.IsConstant && exponent.Constant < 0;

    private static string Number(Rational value) => IsShortDecimal(value)
        ? Literal.Short(value.ToDouble())
        : $"{Literal.Of((double)value.Numerator)} / {Literal.Of(value.Denominator)}";

    /// <summary>Whether a decimal says the fraction exactly: the denominator has no prime factors but 2 and 5, and few of them.</summary>
    private static bool IsShortDecimal(Rational value)
    {
        var denominator = value.Denominator;
        foreach (var prime in new[] { 2, 5 })
        {
            while (denominator % prime == 0)
            {
                denominator /= prime;
            }
        }

        return denominator == 1;
    }

    private IEnumerable<string> Terms(string symbol, Exponent exponent)
    {
        var variable = symbol == ScalingRule.GammaSymbol ? gamma : symbol;
        if (!exponent.IsConstant)
        {
            return [$"{Used(Pow)}({variable}, {Affine(exponent)})"];
        }

        var value = exponent.Constant;
        if (value == 1)
        {
            return [variable];
        }

        if (value == 2)
        {
            return [variable, variable];
        }

        if (value == Rational.Half)
        {
            return [Root(variable)];
        }

        return value == Rational.One + Rational.Half ? [variable, Root(variable)] : [$"{Used(Pow)}({variable}, {Number(value)})"];
    }

    /// <summary>As <c>richness - 0.5</c>, <c>2 * richness - 1</c>.</summary>
    private string Affine(Exponent exponent)
    {
        if (exponent.PerRichness < 0 && exponent.Constant > 0)
        {
            return $"{Number(exponent.Constant)} - {Affine(new Exponent(0, -exponent.PerRichness))}";
        }

        if (exponent.Constant.IsZero)
        {
            return Slope();
        }

        return exponent.Constant < 0 ? $"{Slope()} - {Number(-exponent.Constant)}" : $"{Slope()} + {Number(exponent.Constant)}";

        string Slope()
        {
            if (exponent.PerRichness == 1)
            {
                return richness;
            }

            return exponent.PerRichness == -1 ? $"-{richness}" : $"{Number(exponent.PerRichness)} * {richness}";
        }
    }
}
