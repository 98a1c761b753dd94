using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize.Tests.Algebra;

public class WidthExponentsTests
{
    [Theory]
    [InlineData("0, 1/2, 1, 1/2")]
    [InlineData("-1/2, 1/2, 0, rule")]
    [InlineData("3/64, -2, rule, -5/4")]
    [InlineData("0, 0, rule, rule")]
    public void Reads_what_it_writes(string text) => Assert.Equal(text, WidthExponents.Parse(text).ToString());

    [Fact]
    public void Reads_each_exponent_into_its_place()
    {
        var exponents = WidthExponents.Parse("-1/2,1/4, 2 ,rule");

        Assert.Equal(new WidthExponents(-Rational.Half, new Rational(1, 4), 2, null), exponents);
        Assert.Equal(2, exponents.C(OptimizerFamily.SgdLike));
        Assert.Null(exponents.C(OptimizerFamily.AdamLike));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0, 0, 0")]
    [InlineData("0, 0, 0, 0, 0, 0")]
    [InlineData("0, 0, 0, 0, n")]
    [InlineData("rule, 0, 0, 0")]
    [InlineData("0, rule, 0, 0")]
    [InlineData("0, 0, Rule, 0")]
    [InlineData("0, 0.5, 0, 0")]
    [InlineData("0, 1/0, 0, 0")]
    [InlineData("0, n, 0, 0")]
    public void Refuses_anything_else_and_says_what_it_wants(string text)
    {
        var error = Assert.Throws<FormatException>(() => WidthExponents.Parse(text));

        Assert.StartsWith($"'{text}' is not of the form a, b, c of SGD, c of Adam", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_null() => Assert.Throws<ArgumentNullException>(() => WidthExponents.Parse(null!));
}
