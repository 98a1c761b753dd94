using Parameterize.Scaling.Algebra;
using Parameterize.Tests.Kit;

namespace Parameterize.Tests.Algebra;

public class RationalTests
{
    [Theory]
    [InlineData(2, 4, "1/2")]
    [InlineData(-2, 4, "-1/2")]
    [InlineData(2, -4, "-1/2")]
    [InlineData(-2, -4, "1/2")]
    [InlineData(0, -7, "0")]
    [InlineData(6, 3, "2")]
    [InlineData(-9, 3, "-3")]
    public void Is_in_lowest_terms_with_the_sign_on_top(long numerator, long denominator, string text)
    {
        var fraction = new Rational(numerator, denominator);

        Assert.Equal(text, fraction.ToString());
        Assert.True(fraction.Denominator > 0);
        Assert.Equal(Formula.Fraction(text), fraction);
    }

    [Fact]
    public void Default_is_zero() => Assert.Equal((0, 1), (default(Rational).Numerator, default(Rational).Denominator));

    [Fact]
    public void Refuses_a_denominator_of_zero()
    {
        Assert.Equal("A fraction's denominator is not zero.", Assert.Throws<DivideByZeroException>(() => new Rational(1, 0)).Message);
        Assert.Throws<DivideByZeroException>(() => Rational.One / Rational.Zero);
    }

    [Fact]
    public void Overflows_loudly()
    {
        var large = new Rational(long.MaxValue);

        Assert.Throws<OverflowException>(() => large + large);
        Assert.Throws<OverflowException>(() => large * large);
        Assert.Throws<OverflowException>(() => new Rational(1, long.MaxValue) * new Rational(1, 2));
        Assert.Throws<OverflowException>(() => new Rational(long.MinValue));
        Assert.Throws<OverflowException>(() => new Rational(1, long.MinValue));
    }

    [Fact]
    public void Takes_what_fits_although_a_product_on_the_way_would_not()
    {
        var large = new Rational(long.MaxValue, 3);
        var tiny = new Rational(1, long.MaxValue);

        Assert.Equal(new Rational(1, 3), large * tiny);
        Assert.Equal(Rational.One, large / large);
        Assert.Equal(new Rational(2, long.MaxValue), tiny + tiny);
        Assert.True(tiny < large);
    }

    [Theory]
    [InlineData(0.5, "1/2")]
    [InlineData(0.1 + 0.2, "3/10")]
    [InlineData(1.0 / 3, "1/3")]
    [InlineData(-2.0 / 3, "-2/3")]
    [InlineData(0.375, "3/8")]
    [InlineData(63.0 / 64, "63/64")]
    [InlineData(-0.0, "0")]
    [InlineData(1e6, "1000000")]
    public void Reads_the_fraction_that_a_double_stands_for(double value, string fraction) =>
        Assert.Equal(Formula.Fraction(fraction), Rational.FromDouble(value));

    [Theory]
    [InlineData(Math.PI)]
    [InlineData(Math.E)]
    [InlineData(1.0 / 65)]
    [InlineData(0.333)]
    [InlineData(0.5 + 1e-8)]
    [InlineData(1e7)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Reads_no_fraction_into_what_is_none(double value) => Assert.Null(Rational.FromDouble(value));

    [Fact]
    public void Reads_thousandths_when_told_so() => Assert.Equal(new Rational(333, 1000), Rational.FromDouble(0.333, maxDenominator: 1000));

    [Fact]
    public void Converts_to_the_nearest_double()
    {
        Assert.Equal(1.0 / 3, new Rational(1, 3).ToDouble());
        Assert.Equal(-0.625, (double)new Rational(-5, 8));
    }

    [Fact]
    public void Equals_only_the_same_number()
    {
        Assert.True(new Rational(1, 2) == new Rational(2, 4));
        Assert.True(new Rational(1, 2) != new Rational(1, 3));
        Assert.False(new Rational(1, 2).Equals("1/2"));
        Assert.Equal(new Rational(3, 6).GetHashCode(), Rational.Half.GetHashCode());
    }
}
