using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Scaling.Signals;
using Parameterize.Tests.Kit;

namespace Parameterize.Tests.Published;

/// <summary>
/// Karkada, "The lazy (NTK) and rich (muP) regimes: a gentle tutorial", arXiv 2404.19719: table 1 (three linear layers, D the norm of
/// the hidden change, here alpha) and the two other forms in its text. Its finite dims are constants of the base model.
/// </summary>
public class TutorialTests
{
    public static TheoryData<Gauge, ParameterKind, string, string, string> Forms => new()
    {
        // our gauge, layer, multiplier g, std, SGD rate

        // Table 1: g = D/n0^1/2, D/n^1/2, 1/n^1/2; sigma = 1/D; one global rate.
        { Gauge.Multiplier, ParameterKind.Input, "alpha", "alpha^-1", "1" },
        { Gauge.Multiplier, ParameterKind.Hidden, "alpha n^-1/2", "alpha^-1", "1" },
        { Gauge.Multiplier, ParameterKind.Output, "n^-1/2", "alpha^-1", "1" },

        // No multipliers: variances 1/d, 1/n, 1/(alpha^2 n); rates alpha^2/d, alpha^2/n, 1/n.
        { Gauge.LearningRate, ParameterKind.Input, "1", "1", "alpha^2" },
        { Gauge.LearningRate, ParameterKind.Hidden, "1", "n^-1/2", "alpha^2 n^-1" },
        { Gauge.LearningRate, ParameterKind.Output, "1", "alpha^-1 n^-1/2", "n^-1" },

        // "Model rescaling": g = 1/d^1/2, 1/n^1/2, 1/(alpha n^1/2); std 1; one rate alpha^2.
        { Gauge.NeuralTangent, ParameterKind.Input, "1", "1", "alpha^2" },
        { Gauge.NeuralTangent, ParameterKind.Hidden, "n^-1/2", "1", "alpha^2" },
        { Gauge.NeuralTangent, ParameterKind.Output, "alpha^-1 n^-1/2", "1", "alpha^2" },
    };

    public static TheoryData<ParameterKind, string, string, string?> Norms => new()
    {
        // layer, norm of h at init, norm of its own change, norm of what it passes on. The output has finitely many entries.
        { ParameterKind.Input, "n^1/2", "alpha", null },
        { ParameterKind.Hidden, "n^1/2", "alpha", "alpha" },
        { ParameterKind.Output, "alpha^-1", "1", "1" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Forms_agree(Gauge gauge, ParameterKind kind, string multiplier, string std, string rate)
    {
        Assert.Equal(Formula.Of(multiplier), ScalingRule.Multiplier(kind, Ratios.Of(kind), gauge));
        Assert.Equal(Formula.Of(std), ScalingRule.InitStd(kind, Ratios.Of(kind), gauge));
        Assert.Equal(Formula.Of(rate), ScalingRule.LearningRate(kind, Ratios.Of(kind), gauge, OptimizerFamily.SgdLike));
    }

    [Theory]
    [MemberData(nameof(Norms))]
    public void Table_1_of_norms_is_what_propagation_finds(ParameterKind kind, string atInit, string own, string? passed)
    {
        foreach (var r in Ratios.Dial)
        {
            var reading = SignalPropagation.Of(SignalChain.OfRules(1, r, Gauge.Multiplier, OptimizerFamily.SgdLike))
                .Readings.First(layer => layer.Layer.Kind == kind);
            var entries = kind.FanOutIsWidth() ? Rational.Half : Rational.Zero; // of a vector of n entries the norm is n^1/2 larger

            Assert.Equal(Power(atInit), reading.AtInit + entries);
            Assert.Equal(Power(own), reading.Own + entries);
            Assert.Equal(passed is null ? Growth.Nothing : Power(passed), reading.Passed + entries);

            Growth Power(string formula) => Formula.Of(formula).ExponentOf("n").At(r);
        }
    }
}
