namespace Parameterize.Tests.Rules;

public class RichnessTests
{
    [Theory]
    [InlineData(Richness.NeuralTangent)]
    [InlineData(0.25)]
    [InlineData(Richness.MaximalUpdate)]
    public void The_dial_goes_from_lazy_to_rich(double richness) => Assert.Equal(richness, Richness.Validated(richness, "richness"));

    [Theory]
    [InlineData(-1e-9)]
    [InlineData(0.5000001)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Beyond_the_ends_it_says_what_would_explode(double richness)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Richness.Validated(richness, "dial"));

        Assert.Equal("dial", error.ParamName);
        Assert.Equal(richness, error.ActualValue);
        Assert.Contains("below 0 outputs explode at init, above 0.5 updates explode", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(double.Epsilon)]
    [InlineData(1e300)]
    public void Gamma_is_any_positive_number(double gamma) => Assert.Equal(gamma, Richness.ValidatedGamma(gamma, "gamma"));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Other_gammas_are_refused(double gamma)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Richness.ValidatedGamma(gamma, "prefactor"));

        Assert.Equal("prefactor", error.ParamName);
        Assert.Contains("positive and finite", error.Message, StringComparison.Ordinal);
    }
}
