using FsCheck.Fluent;
using Parameterize.Scaling.Algebra;
using Parameterize.Tests.Kit;
using Xunit.Abstractions;

namespace Parameterize.Tests.Signals;

public class GrowthTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("1/2", "n^1/2")]
    [InlineData("-3/2", "n^-3/2")]
    [InlineData("0", "1")]
    [InlineData("1", "n")]
    public void Reads_as_a_power_of_n(string exponent, string text) =>
        Assert.Equal(text, new Growth(Formula.Fraction(exponent)).ToString());

    [Fact]
    public void Nothing_is_less_than_anything_and_stays_nothing()
    {
        Assert.Equal("0", Growth.Nothing.ToString());
        Assert.Equal(Growth.Nothing, default);
        Assert.True(Growth.Nothing < new Growth(-1000));
        Assert.True(Growth.Nothing <= default(Growth) && Growth.Nothing >= default(Growth));
        Assert.True((Growth.Nothing + 1000).IsNothing);
        Assert.Null(Growth.Nothing.Exponent);
        Assert.Equal(Growth.Nothing, Growth.Sum([]));
    }

    [Fact]
    public void Sums_are_maxima_and_products_add() => Property.Holds(output, Any.Rational.Two(), values =>
    {
        var (a, b) = values;
        Assert.Equal<Growth>(a > b ? a : b, Growth.Max(a, b));
        Assert.Equal<Growth>(a + b, (Growth)a + b);
        Assert.Equal(a < b, (Growth)a < b);
        Assert.Equal(a > b, (Growth)a > b);
    });
}
