using FsCheck.Fluent;
using Parameterize.Scaling.Algebra;
using Parameterize.Tests.Kit;
using Xunit.Abstractions;

namespace Parameterize.Tests.Algebra;

public class ExponentTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("0", "0", "0")]
    [InlineData("1/2", "0", "1/2")]
    [InlineData("-3/2", "0", "-3/2")]
    [InlineData("0", "1", "r")]
    [InlineData("0", "-1", "-r")]
    [InlineData("0", "2", "2r")]
    [InlineData("0", "1/2", "(1/2)r")]
    [InlineData("-1/2", "1", "r - 1/2")]
    [InlineData("1", "-2", "1 - 2r")]
    [InlineData("-1", "-1/3", "(-1/3)r - 1")]
    public void Reads_as_one_would_write_it(string constant, string perRichness, string text) =>
        Assert.Equal(text, new Exponent(Formula.Fraction(constant), Formula.Fraction(perRichness)).ToString());

    [Fact]
    public void Knows_whether_it_depends_on_the_dial()
    {
        Assert.True(default(Exponent).IsZero);
        Assert.True(((Exponent)3L).IsConstant);
        Assert.False(((Exponent)3L).IsZero);
        Assert.False(Exponent.Richness.IsConstant);
    }

    [Fact]
    public void Arithmetic_commutes_with_setting_the_dial() => Property.Holds(
        output, Any.Exponent.Two().Zip(Any.Rational.Two()), values =>
        {
            var ((a, b), (r, factor)) = values;
            Assert.Equal(a.At(r) + b.At(r), (a + b).At(r));
            Assert.Equal(a.At(r) - b.At(r), (a - b).At(r));
            Assert.Equal(-a.At(r), (-a).At(r));
            Assert.Equal(factor * a.At(r), (factor * a).At(r));
            Assert.Equal(a.At(r).ToDouble(), a.At(r.ToDouble()), 1e-10);
            Assert.Equal(a, a + b - b);
        });
}
