using FsCheck.Fluent;
using Parameterize.Scaling.Algebra;
using Parameterize.Tests.Kit;
using Xunit.Abstractions;

namespace Parameterize.Tests.Algebra;

public class FactorLaws(ITestOutputHelper output)
{
    private static readonly Dictionary<string, double> s_ratios = new() { ["n"] = 4, ["m"] = 2, ["q"] = 0.5, ["gamma"] = 3 };

    [Fact]
    public void Are_those_of_a_commutative_group() => Property.Holds(output, Any.Factor.Three(), values =>
    {
        var (a, b, c) = values;
        Assert.Equal(a * b, b * a);
        Assert.Equal((a * b).GetHashCode(), (b * a).GetHashCode());
        Assert.Equal(a * b * c, a * (b * c));
        Assert.Equal(a, a * Factor.One);
        Assert.True((a / a).IsOne);
        Assert.Equal(a, a.Inverse().Inverse());
        Assert.Equal(a * a, a.Pow(new Rational(2)));
        Assert.Equal((a * b).Inverse(), a.Inverse() * b.Inverse());
    });

    [Fact]
    public void Evaluation_is_a_homomorphism() => Property.Holds(output, Any.Factor.Two(), values =>
    {
        var (a, b) = values;
        var (left, right) = (Value(a * b), Value(a) * Value(b));
        Assert.True(Math.Abs(Math.Log(left / right)) < 1e-9, $"{a} * {b}: {left} and {right}");

        double Value(Factor factor) => factor.Evaluate(symbol => s_ratios[symbol], richness: 0.25);
    });

    [Fact]
    public void At_ratios_of_one_the_value_is_the_coefficient_bit_for_bit() => Property.Holds(output, Any.Factor, factor =>
        Assert.Equal(
            BitConverter.DoubleToInt64Bits(factor.Coefficient),
            BitConverter.DoubleToInt64Bits(factor.Evaluate(_ => 1, richness: 0.3))));

    [Fact]
    public void Setting_the_dial_first_or_last_is_the_same() => Property.Holds(output, Any.Factor.Two(), values =>
    {
        var (a, b) = values;
        var r = new Rational(3, 8);
        Assert.Equal((a * b).At(r), a.At(r) * b.At(r));
        Assert.Equal(a.At(r), a.At(r).At(Rational.One));
        Assert.Equal(a.Pow(r).At(r), a.At(r).Pow(r));
    });
}
