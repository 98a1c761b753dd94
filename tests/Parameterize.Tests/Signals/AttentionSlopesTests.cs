using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize.Tests.Signals;

/// <summary>The predictions for attention, beside what the numeric set-up measured of them.</summary>
public class AttentionSlopesTests
{
    [Theory]
    [InlineData(OptimizerFamily.AdamLike, 1, 1, true, "-1/2", "r - 1/2", "r - 1/2")]
    [InlineData(OptimizerFamily.AdamLike, 1, 2, true, "0", "r - 1/2", "r")] // the customary root: a "lazy" transformer is not lazy
    [InlineData(OptimizerFamily.AdamLike, 3, 4, true, "-1/4", "r - 1/2", "r - 1/4")]
    [InlineData(OptimizerFamily.SgdLike, 1, 1, true, "-1/2", "r - 1", "r - 1")]
    [InlineData(OptimizerFamily.SgdLike, 1, 2, true, "0", "r - 1/2", "r")]
    [InlineData(OptimizerFamily.AdamLike, 1, 1, false, "0", "r - 1/2", "r - 1/2")]
    [InlineData(OptimizerFamily.AdamLike, 1, 2, false, "0", "r - 1/2", "r - 1/2")]
    [InlineData(OptimizerFamily.SgdLike, 1, 1, false, "0", "r - 1/2", "r - 1/2")]
    public void Follow_from_how_many_terms_a_logit_sums(
        OptimizerFamily family, int numerator, int denominator, bool headsWiden, string atInit, string projection, string logits)
    {
        var slopes = AttentionSlopes.Of(family, new Rational(numerator, denominator), headsWiden);

        Assert.Equal(atInit, slopes.LogitsAtInit.ToString());
        Assert.Equal(projection, slopes.ProjectionChange.ToString());
        Assert.Equal(logits, slopes.LogitsChange.ToString());
    }

    [Theory]
    [InlineData(OptimizerFamily.AdamLike, true, 0, -0.60, -0.56)]
    [InlineData(OptimizerFamily.AdamLike, true, 0.25, -0.36, -0.31)]
    [InlineData(OptimizerFamily.AdamLike, true, 0.5, -0.11, -0.07)]
    [InlineData(OptimizerFamily.AdamLike, false, 0, -0.56, -0.56)]
    [InlineData(OptimizerFamily.AdamLike, false, 0.5, -0.06, -0.06)]
    [InlineData(OptimizerFamily.SgdLike, false, 0, -0.53, -0.52)]
    [InlineData(OptimizerFamily.SgdLike, false, 0.5, -0.03, -0.03)]
    [InlineData(OptimizerFamily.SgdLike, true, 0, -1.07, -0.99)]
    [InlineData(OptimizerFamily.SgdLike, true, 0.5, -0.57, -0.49)]
    public void Agree_with_what_was_measured(OptimizerFamily family, bool headsWiden, double richness, double logits, double query)
    {
        var slopes = AttentionSlopes.Of(family, Rational.One, headsWiden);

        Assert.Equal(logits, slopes.LogitsChange.At(richness), tolerance: 0.115);
        Assert.Equal(query, slopes.ProjectionChange.At(richness), tolerance: 0.075);
    }
}
