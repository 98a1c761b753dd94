using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Scaling.Signals;
using Parameterize.Tests.Kit;

namespace Parameterize.Tests.Signals;

/// <summary>The library's rules, proved sound by propagation: every gauge, every richness, both families, any depth.</summary>
public class OwnRulesTests
{
    public static TheoryData<Gauge, OptimizerFamily> All =>
        new MatrixTheoryData<Gauge, OptimizerFamily>(Ratios.Gauges, Ratios.Families).Rows();

    [Theory]
    [MemberData(nameof(All))]
    public void Are_sound_and_as_rich_as_they_say(Gauge gauge, OptimizerFamily family)
    {
        foreach (var (r, hiddenLayers) in Ratios.Dial.SelectMany(r => Enumerable.Range(0, 11).Select(hiddenLayers => (r, hiddenLayers))))
        {
            var propagation = SignalPropagation.Of(SignalChain.OfRules(hiddenLayers, r, gauge, family));

            Assert.True(propagation.IsSound, $"r = {r}\n{propagation}");
            Assert.Equal(r, propagation.Richness);
            Assert.Equal(-r, propagation["output"].AtInit.Exponent);
            Assert.All(propagation.Verdicts, verdict => Assert.Empty(verdict.Repairs));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Predicted_slopes_are_those_of_propagation(Gauge gauge, OptimizerFamily family)
    {
        foreach (var r in Ratios.Dial)
        {
            var propagation = SignalPropagation.Of(SignalChain.OfRules(3, r, gauge, family));
            Assert.All(propagation.Readings, reading =>
            {
                var slopes = PredictedSlopes.Of(reading.Layer.Name, reading.Layer.Kind)!;
                Assert.Equal(reading.AtInit.Exponent, slopes.AtInit.At(r));
                Assert.Equal(reading.Change.Exponent, slopes.Change.At(r));
            });
        }
    }

    [Fact]
    public void Predicted_slopes_are_affine_in_the_dial()
    {
        var wide = new PredictedSlopes("x", Rational.Zero, Exponent.Richness - Rational.Half);

        Assert.Equal(wide, PredictedSlopes.Of("x", ParameterKind.Input));
        Assert.Equal(wide, PredictedSlopes.Of("x", ParameterKind.Hidden));
        Assert.Equal(new PredictedSlopes("x", -Exponent.Richness, Rational.Zero), PredictedSlopes.Of("x", ParameterKind.Output));
        Assert.Null(PredictedSlopes.Of("x", ParameterKind.Vector));
        Assert.Null(PredictedSlopes.Of("x", ParameterKind.Finite));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_readout_that_starts_at_zero_is_sound_at_every_richness(Gauge gauge, OptimizerFamily family)
    {
        foreach (var r in Ratios.Dial)
        {
            var chain = SignalChain.OfRules(2, r, gauge, family);
            var propagation = SignalPropagation.Of(chain.With("output", chain.Layers[^1].Exponents.ZeroInit));

            Assert.True(propagation["output"].AtInit.IsNothing);
            Assert.True(propagation["output"].Passed.IsNothing);
            Assert.Equal(Growth.Constant, propagation["output"].Own);
            Assert.Equal<Growth>(-1, propagation["hidden2"].Gradient); // only through what the readout has learnt
            Networks.AssertHolds(
                propagation, SignalProperty.Faithful, SignalProperty.Stable, SignalProperty.Nontrivial, SignalProperty.Maximal);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Further_inputs_and_biases_are_sound(Gauge gauge, OptimizerFamily family)
    {
        foreach (var r in Ratios.Dial)
        {
            var propagation = SignalPropagation.Of(SignalChain.Of(
                family,
                Layer("token", ParameterKind.Input), Layer("position", ParameterKind.Input), Layer("embed.bias", ParameterKind.Vector),
                Layer("mix", ParameterKind.Hidden), Layer("mix.bias", ParameterKind.Vector),
                Layer("readout", ParameterKind.Output)));

            Assert.True(propagation.IsSound, propagation.ToString());
            Assert.Equal(r, propagation.Richness);
            Assert.Equal(["token", "position", "embed.bias"], propagation["mix"].Layer.Sources);
            Assert.Equal(["mix", "mix.bias"], propagation["readout"].Layer.Sources);
            Assert.Equal(propagation["token"].Change, propagation["embed.bias"].Change);

            SignalLayer Layer(string name, ParameterKind kind) => new(name, kind, Exponents.FromRules(kind, r, gauge, family));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Residual_blocks_are_sound(Gauge gauge, OptimizerFamily family)
    {
        foreach (var r in Ratios.Dial)
        {
            var propagation = SignalPropagation.Of(new SignalChainBuilder(family)
                .Then(Layer("embed", ParameterKind.Input))
                .Residual(Layer("up1", ParameterKind.Hidden), Layer("down1", ParameterKind.Hidden))
                .Residual(Layer("up2", ParameterKind.Hidden), Layer("down2", ParameterKind.Hidden))
                .Then(Layer("readout", ParameterKind.Output))
                .Build());

            Assert.True(propagation.IsSound, propagation.ToString());
            Assert.Equal(r, propagation.Richness);
            Assert.Equal(["embed", "down1", "down2"], propagation["readout"].Layer.Sources);
            Assert.Equal(["embed", "down1"], propagation["up2"].Layer.Sources);
            Assert.Equal(["up1"], propagation["down1"].Layer.Sources);

            SignalLayer Layer(string name, ParameterKind kind) => new(name, kind, Exponents.FromRules(kind, r, gauge, family));
        }
    }

    [Fact]
    public void Exponents_are_those_of_the_papers()
    {
        Assert.Equal("a = -1/2, b = 1/2, c = 0", Rich(ParameterKind.Input, Gauge.Multiplier, OptimizerFamily.SgdLike));
        Assert.Equal("a = 0, b = 1/2, c = 1", Rich(ParameterKind.Hidden, Gauge.Multiplier, OptimizerFamily.AdamLike));
        Assert.Equal("a = 1, b = 0, c = -1", Rich(ParameterKind.Output, Gauge.NeuralTangent, OptimizerFamily.SgdLike));
        Assert.Equal("a = 0, b = 0, c = 0", Rich(ParameterKind.Finite, Gauge.NeuralTangent, OptimizerFamily.SgdLike));

        static string Rich(ParameterKind kind, Gauge gauge, OptimizerFamily family) =>
            Exponents.FromRules(kind, Rational.Half, gauge, family).ToString();
    }
}
