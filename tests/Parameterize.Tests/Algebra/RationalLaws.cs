using FsCheck.Fluent;
using Parameterize.Scaling.Algebra;
using Parameterize.Tests.Kit;
using Xunit.Abstractions;

namespace Parameterize.Tests.Algebra;

public class RationalLaws(ITestOutputHelper output)
{
    [Fact]
    public void Are_those_of_a_field() => Property.Holds(output, Any.Rational.Three(), values =>
    {
        var (a, b, c) = values;
        Assert.Equal(a + b, b + a);
        Assert.Equal(a * b, b * a);
        Assert.Equal(a + b + c, a + (b + c));
        Assert.Equal(a * b * c, a * (b * c));
        Assert.Equal(a * (b + c), (a * b) + (a * c));
        Assert.Equal(a, a + Rational.Zero);
        Assert.Equal(a, a * Rational.One);
        Assert.Equal(Rational.Zero, a - a);
        if (!b.IsZero)
        {
            Assert.Equal(a, a / b * b);
        }
    });

    [Fact]
    public void Order_is_that_of_the_numbers() => Property.Holds(output, Any.Rational.Three(), values =>
    {
        var (a, b, c) = values;
        Assert.Equal(a.ToDouble() < b.ToDouble() - 1e-12, a < b);
        Assert.Equal(a < b, b > a);
        Assert.Equal(a <= b, !(a > b));
        Assert.Equal(a >= b, !(a < b));
        Assert.Equal(a == b, a.CompareTo(b) == 0 && a.GetHashCode() == b.GetHashCode());
        Assert.Equal(a < b, a + c < b + c);
    });

    [Fact]
    public void Text_and_double_lead_back() => Property.Holds(output, Any.Rational, value =>
    {
        Assert.Equal(value, Formula.Fraction(value.ToString()));
        Assert.Equal(value, Rational.FromDouble(value.ToDouble()));
    });
}
