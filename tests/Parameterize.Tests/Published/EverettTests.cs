using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Scaling.Signals;
using Parameterize.Tests.Kit;
using Parameterize.Tests.Signals;

namespace Parameterize.Tests.Published;

/// <summary>
/// Everett et al., "Scaling exponents across parameterizations and optimizers", arXiv 2407.05872, table 1: (a, b) of four
/// parametrizations, and the largest stable rates n^-c under full alignment. They let the readout's init be unaligned with the change
/// of what it reads (their omega = 1/2); we, as Yang and Hu, let it be aligned, which is what the first steps bring about.
/// </summary>
public class EverettTests
{
    private const OptimizerFamily Sgd = OptimizerFamily.SgdLike;
    private const OptimizerFamily Adam = OptimizerFamily.AdamLike;

    public static TheoryData<string, OptimizerFamily, string, string, string> Rich => new()
    {
        // embedding, hidden, readout
        { "muP", Sgd, "-1/2, 0, 1/2", "1/2, 1/2, 1/2", "0, 0, 0" },
        { "mean field", Sgd, "0, 1/2, 1", "0, 0, 0", "-1, -1, -1" },
        { "muP", Adam, "-1/2, 0, 1/2", "1/2, 1/2, 1/2", "1/2, 1, 1/2" },
        { "mean field", Adam, "0, 1/2, 1", "0, 0, 0", "0, 1/2, 0" },
    };

    public static TheoryData<string, OptimizerFamily, string, string, string> Lazy => new()
    {
        { "standard", Sgd, "0, 0, 0", "0, 1/2, 1/2", "-1/2, 1/2, 1" },
        { "NTK", Sgd, "0, 1/2, 1/2", "0, 0, 0", "-1/2, -1/2, 0" },
        { "standard", Adam, "0, 0, 0", "0, 1/2, 1/2", "0, 1, 1" },
        { "NTK", Adam, "0, 1/2, 1/2", "0, 0, 0", "0, 1/2, 1/2" },
    };

    /// <summary>Their rates are ours at r = 1/2, in two gauges.</summary>
    [Theory]
    [MemberData(nameof(Rich))]
    public void Mup_and_mean_field_learn_features(string name, OptimizerFamily family, string a, string b, string c)
    {
        var propagation = SignalPropagation.Of(Networks.Of(family, a, b, c, hiddenLayers: 2));

        Assert.True(propagation.IsSound, propagation.ToString());
        Assert.Equal(Rational.Half, propagation.Richness);
        var gauge = name == "muP" ? Gauge.Multiplier : Gauge.NeuralTangent;
        Assert.All(propagation.Readings, reading => Assert.Equal(
            Exponents.FromRules(reading.Layer.Kind, Rational.Half, gauge, family), reading.Layer.Exponents));
    }

    /// <summary>
    /// With per-layer rates they get features out of standard and NTK too. Hidden layers agree: they change by their own size. At the
    /// readout the aligned part then grows like n^1/2, which their omega = 1/2 leaves out; the smallest repair is muP's readout.
    /// </summary>
    [Theory]
    [MemberData(nameof(Lazy))]
    public void Standard_and_ntk_differ_at_the_readout(string name, OptimizerFamily family, string a, string b, string c)
    {
        var chain = Networks.Of(family, a, b, c, hiddenLayers: 2);
        var propagation = SignalPropagation.Of(chain);
        var readout = chain.Layers[^1];

        Assert.Equal(Rational.Half, propagation.Richness);
        Assert.Equal(Growth.Constant, propagation["h4"].Own);
        Assert.Equal<Growth>(Rational.Half, propagation["h4"].Passed);
        var repair = Assert.Single(propagation[SignalProperty.Stable].Repairs);
        Assert.Equal(("h4", "b", readout.Exponents.B + Rational.Half), (repair.Layer, repair.Symbol, repair.To));
        Assert.NotEmpty(name);
    }

    /// <summary>Their rates and ours at r = 0 differ by n^1/2 in every layer below the readout: features against none.</summary>
    [Theory]
    [InlineData(Adam, "0, 1, 1")]
    [InlineData(Sgd, "-1/2, 1/2, 1")]
    public void Our_standard_rates_at_r_zero_are_lower_by_a_half(OptimizerFamily family, string c)
    {
        var ours = new[] { ParameterKind.Input, ParameterKind.Hidden, ParameterKind.Output }
            .Select(kind => Exponents.FromRules(kind, Rational.Zero, Gauge.LearningRate, family).C!.Value);
        var theirs = c.Split(", ").Select(Formula.Fraction);

        Assert.Equal([Rational.Half, Rational.Half, Rational.Zero], ours.Zip(theirs, (our, their) => our - their));
    }
}
