namespace Parameterize.Experiments.Tests;

public class SlopeVerdictTests
{
    private static SlopeVerdict Verdict(double slope, double predicted, double error = 0.01,
        SlopeQuantity quantity = SlopeQuantity.HiddenChange) =>
        new("_mix", quantity, slope, error, predicted, 0.1);

    [Theory]
    [InlineData(0.05, 0.01, SlopeOutcome.Pass)]
    [InlineData(-0.1, 0.01, SlopeOutcome.Pass)]
    [InlineData(0.05, double.NaN, SlopeOutcome.Unresolved)]
    [InlineData(0.5, 0.01, SlopeOutcome.Fail)]
    [InlineData(0.5, double.NaN, SlopeOutcome.Unresolved)]
    [InlineData(0.11, 0.02, SlopeOutcome.Unresolved)]
    [InlineData(0, 0.2, SlopeOutcome.Unresolved)]
    [InlineData(double.NaN, double.NaN, SlopeOutcome.Fail)]
    public void Noise_neither_passes_nor_fails(double slope, double error, SlopeOutcome expected)
    {
        var verdict = Verdict(slope, 0, error);
        Assert.Equal((expected, expected == SlopeOutcome.Pass), (verdict.Outcome, verdict.Passed));
        Assert.EndsWith(".", verdict.Diagnosis, StringComparison.Ordinal);
        Assert.Contains("`_mix`", verdict.Diagnosis, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.25, SlopeOutcome.Pass)]
    [InlineData(-0.55, SlopeOutcome.Pass)]
    [InlineData(0.05, SlopeOutcome.Pass)]
    [InlineData(0.3, SlopeOutcome.Fail)]
    [InlineData(-0.8, SlopeOutcome.Fail)]
    public void What_lies_between_where_a_prediction_begins_and_ends_is_as_predicted(double slope, SlopeOutcome expected)
    {
        var verdict = Verdict(slope, 0) with { PredictedFrom = -0.5 };
        Assert.Equal(expected, verdict.Outcome);
        Assert.Contains("n^(-1/2) to n^0", verdict.Diagnosis, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_say_layer_exponents_and_cause()
    {
        Assert.Equal(
            "the change of `_mix` grows like n^0.49 (near 1/2) where n^0 is predicted: its learning rate or multiplier is too large " +
            "by a factor n^(1/2), as where a rate of the standard parametrization is kept over widths.", Verdict(0.49, 0).Diagnosis);
        Assert.Contains("standard parametrization", Verdict(0.98, 0).Diagnosis, StringComparison.Ordinal);
        Assert.Contains("richness r = 0 looks like, and not r = 1/2", Verdict(-0.49, 0).Diagnosis, StringComparison.Ordinal);
        Assert.Contains("richness r = 1/4 looks like, and not r = 0", Verdict(-0.26, -0.5).Diagnosis, StringComparison.Ordinal);
        Assert.Contains("as predicted (n^(-1/4))", Verdict(-0.26, -0.25).Diagnosis, StringComparison.Ordinal);
        Assert.Contains("does not depend on width", Verdict(0.01, 0).Diagnosis, StringComparison.Ordinal);
        Assert.Contains("stops learning", Verdict(-1.2, -0.5).Diagnosis, StringComparison.Ordinal);
        Assert.Contains("1/sqrt(head width)", Verdict(0.02, -0.5, quantity: SlopeQuantity.LogitsChange).Diagnosis,
            StringComparison.Ordinal);
        Assert.Contains("richness r = 1/2", Verdict(-0.51, 0, quantity: SlopeQuantity.Output).Diagnosis, StringComparison.Ordinal);
        Assert.Contains("fan-in", Verdict(0.5, 0, quantity: SlopeQuantity.Preactivation).Diagnosis, StringComparison.Ordinal);
        Assert.Contains("stall", Verdict(-0.5, 0, quantity: SlopeQuantity.OutputChange).Diagnosis, StringComparison.Ordinal);
    }

    [Fact]
    public void One_seed_at_two_widths_cannot_tell()
    {
        var words = Verdict(1, 0, double.NaN, SlopeQuantity.OutputChange).Diagnosis;
        Assert.Contains("it cannot be told from one seed at two widths", words, StringComparison.Ordinal);
        Assert.DoesNotContain("diverge", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_measurement_has_words_without_a_negative_zero()
    {
        foreach (var quantity in Enum.GetValues<SlopeQuantity>())
            for (var slope = -2.0; slope <= 2; slope += 0.01)
                foreach (var predicted in (double[])[-0.5, -0.25, 0, 0.25])
                    foreach (var error in (double[])[0.001, 0.1, double.NaN])
                    {
                        var words = Verdict(slope, predicted, error, quantity).Diagnosis;
                        Assert.DoesNotContain("-0.00", words, StringComparison.Ordinal);
                        Assert.DoesNotContain("-0 ", words, StringComparison.Ordinal);
                        Assert.DoesNotContain("NaN", words, StringComparison.Ordinal);
                        Assert.DoesNotContain("n^0 ", words.Split(':')[^1], StringComparison.Ordinal);
                    }
    }

    [Theory]
    [InlineData(0.5, "1/2")]
    [InlineData(-0.125, "-1/8")]
    [InlineData(0.75, "3/4")]
    [InlineData(-0.001, "0")]
    [InlineData(1, "1")]
    [InlineData(-1.5, "-3/2")]
    [InlineData(0.4, "0.40")]
    public void Exponents_are_fractions_where_near(double exponent, string expected) =>
        Assert.Equal(expected, ExponentText.Fraction(exponent));

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("tr-TR")]
    public void Cultures_say_the_same(string culture) =>
        Assert.Equal(Verdict(-0.31, 0).Diagnosis, UnderCulture.Run(culture, () => Verdict(-0.31, 0).Diagnosis));
}
