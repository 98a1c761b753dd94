using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Scaling.Signals;

namespace Parameterize.Tests.Signals;

public class ChainTests
{
    private const OptimizerFamily Sgd = OptimizerFamily.SgdLike;
    private static readonly Exponents s_zero = new(0, 0, 0);

    [Fact]
    public void Refuses_what_is_no_chain()
    {
        Assert.StartsWith(
            "A chain has at least one layer.",
            Assert.Throws<ArgumentException>("layers", () => SignalChain.Of(Sgd)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("layers", () => new SignalChain(Sgd, null!));
        Assert.Throws<ArgumentNullException>("layer", () => new SignalChainBuilder(Sgd).Then(null!));
        Assert.Throws<ArgumentNullException>("branch", () => new SignalChainBuilder(Sgd).Residual(null!));
        Assert.Throws<ArgumentNullException>("chain", () => new SignalRepair("a", "b", 0, 1).ApplyTo(null!));
        Assert.StartsWith(
            "Two layers are called 'a'.",
            Assert.Throws<ArgumentException>(() => SignalChain.Of(Sgd, Layer("a"), Layer("a"))).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Layer 'a' reads 'b', which does not come before it.",
            Assert.Throws<ArgumentException>(() => new SignalChain(Sgd, [Layer("a") with { Sources = ["b"] }, Layer("b")])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_layer_is_answered_with_those_there_are() => Assert.Equal(
        "The chain has no layer 'hiden1'; it has input, hidden1, output.",
        Assert.Throws<KeyNotFoundException>(() =>
            SignalPropagation.Of(SignalChain.OfRules(1, Rational.Half, Gauge.NeuralTangent, Sgd))["hiden1"]).Message);

    [Theory]
    [InlineData(ParameterKind.Input)]
    [InlineData(ParameterKind.Hidden)]
    [InlineData(ParameterKind.Output)]
    [InlineData(ParameterKind.Finite)]
    public void One_layer_is_a_chain(ParameterKind kind)
    {
        foreach (var family in Enum.GetValues<OptimizerFamily>())
        {
            var exponents = Exponents.FromRules(kind, Rational.Half, Gauge.LearningRate, family);
            var propagation = SignalPropagation.Of(SignalChain.Of(family, new SignalLayer("only", kind, exponents)));

            Assert.True(propagation.IsSound, propagation.ToString());
        }
    }

    [Fact]
    public void A_finite_layer_before_the_first_width_is_sound()
    {
        foreach (var r in Kit.Ratios.Dial)
        {
            var propagation = SignalPropagation.Of(SignalChain.Of(
                Sgd, [Layer("stem", ParameterKind.Finite), .. SignalChain.OfRules(1, r, Gauge.NeuralTangent, Sgd).Layers]));

            Assert.True(propagation.IsSound, propagation.ToString());
            Assert.Equal(r, propagation.Richness);
            Assert.Equal(["stem"], propagation["input"].Layer.Sources);
            Assert.Equal(Growth.Constant, propagation["stem"].Change);
            Assert.Equal(Growth.Constant, propagation["hidden1"].Loose);
            Assert.Equal(-r, propagation["output"].Loose.Exponent); // as the output at init does
        }
    }

    [Fact]
    public void A_layer_that_starts_at_zero_in_a_branch_is_made_up_for_by_the_stream()
    {
        var rules = SignalChain.OfRules(2, Rational.Half, Gauge.LearningRate, Sgd).Layers;
        var propagation = SignalPropagation.Of(new SignalChainBuilder(Sgd)
            .Then(rules[0])
            .Residual(rules[1], rules[2] with { Exponents = rules[2].Exponents.ZeroInit })
            .Then(rules[3])
            .Build());

        Assert.True(propagation["hidden2"].AtInit.IsNothing);
        Assert.True(propagation.IsSound, propagation.ToString());
        Assert.Equal(Rational.Half, propagation.Richness);
    }

    [Fact]
    public void A_layer_that_starts_at_zero_in_the_trunk_is_not()
    {
        var chain = SignalChain.OfRules(2, Rational.Half, Gauge.LearningRate, Sgd);
        var propagation = SignalPropagation.Of(chain.With("hidden1", chain.Layers[1].Exponents.ZeroInit));

        Assert.Equal("activations are exactly 0 at layer `hidden1`", propagation[SignalProperty.Faithful].Sentence);
        Assert.Equal(
            "change b of layer `hidden1` from infinity to 1/2", Assert.Single(propagation[SignalProperty.Faithful].Repairs).ToString());
        Assert.False(propagation["hidden2"].Input.IsNothing); // after a step there is something to read
        Assert.False(propagation["output"].Own.IsNothing);
    }

    [Fact]
    public void Two_zeros_in_a_row_never_learn()
    {
        var chain = SignalChain.OfRules(1, Rational.Half, Gauge.LearningRate, Sgd);
        var dead = chain.With("hidden1", chain.Layers[1].Exponents.ZeroInit).With("output", chain.Layers[2].Exponents.ZeroInit);
        var propagation = SignalPropagation.Of(dead);

        Assert.Equal("the change of the output is exactly 0 at layer `output`", propagation[SignalProperty.Nontrivial].Sentence);
        Assert.Empty(propagation[SignalProperty.Nontrivial].Repairs);
    }

    [Fact]
    public void A_frozen_layer_passes_on_and_is_said_not_to_learn()
    {
        var chain = SignalChain.OfRules(2, Rational.Half, Gauge.LearningRate, Sgd);
        var propagation = SignalPropagation.Of(chain.With("hidden1", chain.Layers[1].Exponents.Frozen));

        Networks.AssertHolds(propagation, SignalProperty.Stable, SignalProperty.Nontrivial, SignalProperty.UsefulUpdate);
        Assert.Equal(
            "layer `hidden1` learns less than it is passed: its own part of the change is 0, the other 1",
            propagation[SignalProperty.Maximal].Sentence);
        Assert.Empty(propagation[SignalProperty.Maximal].Repairs);
    }

    [Fact]
    public void Random_features_are_a_readout_alone()
    {
        var chain = SignalChain.OfRules(1, Rational.Zero, Gauge.NeuralTangent, Sgd);
        var frozen = chain.Layers.Take(2).Aggregate(chain, (rest, layer) => rest.With(layer.Name, layer.Exponents.Frozen));
        var propagation = SignalPropagation.Of(frozen);

        Networks.AssertHolds(
            propagation, SignalProperty.Faithful, SignalProperty.Stable, SignalProperty.Nontrivial, SignalProperty.Maximal);
        Assert.Null(propagation.Richness);
    }

    [Fact]
    public void An_unscaled_wide_layer_is_found_out()
    {
        var chain = SignalChain.OfRules(2, Rational.Half, Gauge.NeuralTangent, Sgd);
        var propagation = SignalPropagation.Of(chain.With("hidden1", s_zero));

        var verdict = propagation[SignalProperty.Faithful];
        Assert.Equal("activations grow like n^1/2 at layer `hidden1`", verdict.Sentence);
        Assert.Equal("change b of layer `hidden1` from 0 to 1/2", Assert.Single(verdict.Repairs).ToString());
        Assert.Equal($"{verdict.Sentence}; {verdict.Repairs[0]}", verdict.ToString());
    }

    [Fact]
    public void Prints_a_table_and_the_verdicts()
    {
        var lines = SignalPropagation.Of(SignalChain.OfRules(1, Rational.Zero, Gauge.NeuralTangent, Sgd)).ToString().Split('\n');

        Assert.Equal("layer    kind    at init  gradient  update     own  passed  loose  change", lines[0]);
        Assert.Equal("hidden1  Hidden        1    n^-1/2  n^-3/2  n^-1/2  n^-1/2      0  n^-1/2", lines[2]);
        Assert.Equal("activations keep their size at every width", lines[4]);
        Assert.Equal(9, lines.Length);
    }

    private static SignalLayer Layer(string name, ParameterKind kind = ParameterKind.Input) => new(name, kind, s_zero);
}
