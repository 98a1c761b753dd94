using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Signals;
using Parameterize.Tests.Kit;

namespace Parameterize.Tests.Signals;

/// <summary>The classics, in abc-notation, and what is known of them.</summary>
public class KnownParametrizationTests
{
    private const OptimizerFamily Sgd = OptimizerFamily.SgdLike;
    private const OptimizerFamily Adam = OptimizerFamily.AdamLike;

    public static TheoryData<string, OptimizerFamily, string, string, string, string> Sound => new()
    {
        // name, family, a, b, c (input, hidden, output), richness
        { "NTK", Sgd, "0, 1/2, 1/2", "0", "0", "0" },
        { "muP", Sgd, "-1/2, 0, 1/2", "1/2", "0", "1/2" },
        { "mean field", Sgd, "0, 1/2, 1", "0", "-1", "1/2" },
        { "NTK gauge, r = 1/8", Sgd, "0, 1/2, 5/8", "0", "-1/4", "1/8" },
        { "NTK gauge, r = 1/4", Sgd, "0, 1/2, 3/4", "0", "-1/2", "1/4" },
        { "NTK gauge, r = 3/8", Sgd, "0, 1/2, 7/8", "0", "-3/4", "3/8" },
        { "muP", Adam, "-1/2, 0, 1/2", "1/2", "1/2, 1, 1/2", "1/2" },
        { "NTK gauge, r = 0", Adam, "0, 1/2, 1/2", "0", "1/2, 1, 1/2", "0" },
        { "NTK gauge, r = 1/4", Adam, "0, 1/2, 3/4", "0", "1/4, 3/4, 1/4", "1/4" },
        { "NTK gauge, r = 1/2", Adam, "0, 1/2, 1", "0", "0, 1/2, 0", "1/2" },
    };

    [Theory]
    [MemberData(nameof(Sound))]
    public void Stable_nontrivial_and_of_its_richness(string name, OptimizerFamily family, string a, string b, string c, string richness)
    {
        foreach (var hiddenLayers in new[] { 0, 1, 2, 5 })
        {
            var propagation = SignalPropagation.Of(Networks.Of(family, a, b, c, hiddenLayers));

            Assert.True(propagation.IsSound, $"{name}\n{propagation}");
            Assert.Equal(Formula.Fraction(richness), propagation.Richness);
        }
    }

    [Fact]
    public void Standard_with_a_constant_rate_is_unstable()
    {
        var propagation = SignalPropagation.Of(Networks.Of(Sgd, "0", "0, 1/2, 1/2", "0"));

        Assert.Equal<Growth[]>([0, 1, new Rational(3, 2)], Networks.Changes(propagation).ToArray());
        Networks.AssertHolds(propagation, SignalProperty.Faithful);
        var verdict = propagation[SignalProperty.Stable];
        Assert.Equal(("h2", (Growth)1), (verdict.Layer, verdict.Excess));
        Assert.Equal("the change in training grows like n at layer `h2`", verdict.Sentence);
        Assert.Equal("change c of layer `h2` from 0 to 1, change c of layer `h3` from 0 to 1", string.Join(", ", verdict.Repairs));
        Assert.Null(propagation.Richness);
    }

    [Fact]
    public void Standard_with_rate_one_over_n_is_lazy_and_wastes_its_first_layer()
    {
        var propagation = SignalPropagation.Of(Networks.Of(Sgd, "0", "0, 1/2, 1/2", "1"));

        Networks.AssertHolds(
            propagation, SignalProperty.Faithful, SignalProperty.Stable, SignalProperty.Nontrivial, SignalProperty.Maximal);
        Assert.Equal<Growth>(-Rational.Half, propagation["h2"].Change);
        Assert.Null(propagation.Richness); // the layers disagree
        var verdict = propagation[SignalProperty.UsefulUpdate];
        Assert.Equal(("h1", (Growth)(-1)), (verdict.Layer, verdict.Excess));
        Assert.Equal("the effect that the change of layer `h1` has on the output vanishes like n^-1", verdict.Sentence);
        Assert.Equal("change c of layer `h1` from 1 to 0", Assert.Single(verdict.Repairs).ToString());
    }

    [Theory]
    [InlineData("-1/4", "0, 1/2, 1/4", "1/2")]
    [InlineData("-1/2", "0, 1/2, 0", "1")]
    public void Below_the_dial_outputs_explode_at_init(string r, string a, string c)
    {
        var propagation = SignalPropagation.Of(Networks.Of(Sgd, a, "0", c));

        var verdict = propagation[SignalProperty.Faithful];
        Assert.Equal($"the output grows like {new Growth(-Formula.Fraction(r))} at init at layer `h3`", verdict.Sentence);
        Assert.Equal(new SignalRepair("h3", "b", Rational.Zero, -Formula.Fraction(r)), Assert.Single(verdict.Repairs));
        Networks.AssertHolds(propagation, SignalProperty.Stable, SignalProperty.Nontrivial);
        Assert.Equal(Formula.Fraction(r), propagation.Richness);
    }

    [Theory]
    [InlineData(3, 4)]
    [InlineData(1, 1)]
    [InlineData(5, 8)]
    public void Above_the_dial_updates_explode(long numerator, long denominator)
    {
        foreach (var (gauge, family) in Ratios.Gauges.SelectMany(gauge => Ratios.Families.Select(family => (gauge, family))))
        {
            var propagation = SignalPropagation.Of(SignalChain.OfRules(2, new Rational(numerator, denominator), gauge, family));

            Networks.AssertHolds(propagation, SignalProperty.Faithful);
            var verdict = propagation[SignalProperty.Stable];
            Assert.Equal("input", verdict.Layer);
            Assert.True(verdict.Excess > 0);
            Assert.StartsWith("the change in training grows like n", verdict.Sentence, StringComparison.Ordinal);
        }
    }
}
