using Parameterize.Scaling.Algebra;
using Parameterize.Tests.Kit;

namespace Parameterize.Tests.Algebra;

public class FactorTests
{
    private static readonly Factor s_n = Factor.Of("n");

    [Fact]
    public void Reads_as_one_would_write_it()
    {
        Assert.Equal("1", Factor.One.ToString());
        Assert.Equal("2.5", Factor.Constant(2.5).ToString());
        Assert.Equal("n", s_n.ToString());
        Assert.Equal("n^-1/2", s_n.Pow(-Rational.Half).ToString());
        Assert.Equal("n^(2r + 1)", s_n.Pow((new Rational(2) * Exponent.Richness) + 1).ToString());
        Assert.Equal("n^r", s_n.Pow(Exponent.Richness).ToString().Replace("(r)", "r", StringComparison.Ordinal));
        Assert.Equal(
            "2 gamma^2 n^(2r - 1)",
            (Factor.Constant(2) * Factor.Of("gamma", 2) * s_n.Pow((new Rational(2) * Exponent.Richness) - 1)).ToString());
    }

    [Fact]
    public void Drops_what_cancels()
    {
        Assert.True((s_n / s_n).IsOne);
        Assert.Same(Factor.One, Factor.Constant(1));
        Assert.Empty(s_n.Pow(Rational.Zero).Powers);
        Assert.Equal(["a", "b"], (Factor.Of("b") * Factor.Of("a") * s_n / s_n).Powers.Select(power => power.Key));
    }

    [Fact]
    public void Zero_swallows_the_ratios()
    {
        var zero = Factor.Constant(0) * s_n;

        Assert.True(zero.IsConstant);
        Assert.Equal(Factor.Constant(0), zero);
        Assert.Equal(0, zero.Evaluate(_ => 16));
    }

    [Fact]
    public void Takes_an_exponent_that_depends_on_the_dial_only_once()
    {
        var activity = s_n.Pow(Exponent.Richness);

        Assert.Equal(Exponent.Richness, activity.ExponentOf("n"));
        Assert.Equal(activity, activity.Pow((Exponent)1L));
        Assert.Equal(
            "(n^(r))^(r) is no product of powers linear in r.",
            Assert.Throws<InvalidOperationException>(() => activity.Pow(Exponent.Richness)).Message);
        Assert.Throws<InvalidOperationException>(() => (Factor.Constant(2) * s_n).Pow(Exponent.Richness));
    }

    [Fact]
    public void A_constant_to_the_power_of_the_dial_is_not_forgotten() =>
        Assert.Throws<InvalidOperationException>(() => Factor.Constant(2).Pow(Exponent.Richness));

    [Fact]
    public void Substitutes_one_symbol()
    {
        var factor = Factor.Of("m", -1) * s_n.Pow(Exponent.Richness);

        Assert.Equal(Formula.Of("4 n^-2") * s_n.Pow(Exponent.Richness), factor.Substitute("m", Formula.Of("0.25 n^2")));
        Assert.Equal(factor, factor.Substitute("q", Factor.Constant(7)));
        Assert.Equal(Factor.One, factor.Substitute("m", Factor.One).Substitute("n", Factor.One));
    }

    [Fact]
    public void Setting_the_dial_leaves_numbers()
    {
        var factor = s_n.Pow(Exponent.Richness - Rational.Half);

        Assert.Equal(s_n.Pow(-Rational.Half), factor.At(Rational.Zero));
        Assert.True(factor.At(Rational.Half).IsOne);
        Assert.Equal(0.5, factor.Evaluate(_ => 16, richness: 0.25));
    }

    /// <summary>Generated code writes roots and quotients where a factor says them; both have the same last bit.</summary>
    [Fact]
    public void Is_computed_as_generated_code_writes_it() => Assert.All(Enumerable.Range(1, 200).Select(n => n / 7.0), n =>
    {
        Assert.Equal(1 / Math.Sqrt(n), Formula.Of("n^-1/2").Evaluate(_ => n));
        Assert.Equal(1 / (n * Math.Sqrt(n)), Formula.Of("n^-3/2").Evaluate(_ => n));
        Assert.Equal(0.3 * n * n / Math.Pow(n, 1.0 / 3), Formula.Of("0.3 q^2 n^-1/3").Evaluate(_ => n));
        Assert.Equal(1 / (n * Math.Sqrt(n)), Formula.Of("q^-1 n^-1/2").Evaluate(_ => n));
        Assert.Equal(Math.Pow(n, 0.25 - 0.5), s_n.Pow(Exponent.Richness - Rational.Half).Evaluate(_ => n, richness: 0.25));
    });

    [Theory]
    [InlineData("1", "1")]
    [InlineData("n", "n")]
    [InlineData("m 2 n^-1/2", "2 m n^-1/2")]
    [InlineData("0.25 n^2 n", "0.25 n^3")]
    public void Is_read_as_it_is_written(string text, string formula) => Assert.Equal(formula, Factor.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("n^")]
    [InlineData("^2")]
    [InlineData("n^2^3")]
    [InlineData("n^x")]
    [InlineData("n^1/0")]
    public void What_is_no_formula_is_refused(string term) => Assert.Equal(
        $"'{term}' in '2 {term}' is no number and no power such as n^-1/2.",
        Assert.Throws<FormatException>(() => Factor.Parse($"2 {term}")).Message);

    [Fact]
    public void An_absent_symbol_has_exponent_zero() => Assert.True(s_n.ExponentOf("q").IsZero);

    [Fact]
    public void Is_equal_by_value_and_to_nothing_else()
    {
        Assert.True(Formula.Of("2 n m^-1").Equals((object)Formula.Of("m^-1 2 n")));
        Assert.False(s_n.Equals(Factor.Of("N")));
        Assert.False(s_n.Equals((object?)"n"));
        Assert.False(s_n.Equals(null));
    }
}
