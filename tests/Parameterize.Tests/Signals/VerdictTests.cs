using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Scaling.Signals;

namespace Parameterize.Tests.Signals;

/// <summary>What is said of a chain, what is proposed, and of whom: not of the first best layer.</summary>
public class VerdictTests
{
    private const OptimizerFamily Sgd = OptimizerFamily.SgdLike;

    [Fact]
    public void Each_property_that_holds_is_said_in_a_sentence() => Assert.Equal(
        [
            "activations keep their size at every width",
            "no change in training grows with width",
            "the output changes in training at every width",
            "every layer's change has an effect on the output at every width",
            "every layer learns as much as it is passed",
        ],
        SignalPropagation.Of(SignalChain.OfRules(1, Rational.Half, Gauge.LearningRate, Sgd)).Verdicts.Select(verdict => $"{verdict}"));

    /// <summary>A readout may begin small; features that end a chain, or that a branch reads by themselves, may not.</summary>
    [Fact]
    public void Small_activations_are_missed_by_whoever_reads_nothing_else()
    {
        var small = new SignalLayer("small", ParameterKind.Input, new Exponents(0, Rational.Half, 0));
        var large = Rule("large", ParameterKind.Input);
        var alone = SignalPropagation.Of(new SignalChain(Sgd, [small]))[SignalProperty.Faithful];
        Assert.Equal("activations vanish like n^-1/2 at layer `small`; change b of layer `small` from 1/2 to 0", alone.ToString());

        SignalLayer[] both = [small, large, Rule("sum", ParameterKind.Hidden) with { Sources = ["small", "large"] }];
        Assert.True(SignalPropagation.Of(new SignalChain(Sgd, both))[SignalProperty.Faithful].Holds);
        var branch = Rule("branch", ParameterKind.Hidden) with { Sources = ["small"] };
        Assert.Equal("small", SignalPropagation.Of(new SignalChain(Sgd, [.. both, branch]))[SignalProperty.Faithful].Layer);
        Assert.Null(SignalPropagation.Of(new SignalChain(Sgd, [large, Rule("end", ParameterKind.Output) with
        {
            Sources = ["large"],
            Exponents = new Exponents(0, 2, 1),
        }]))[SignalProperty.Faithful].Layer);
    }

    /// <summary>An inner layer of fixed size that fades is read by others, and is no output.</summary>
    [Fact]
    public void What_fades_in_the_middle_is_no_output() => Assert.Equal(
        "activations vanish like n^-1/2 at layer `latent`",
        SignalPropagation.Of(new SignalChain(Sgd, [
            Rule("input", ParameterKind.Input),
            Rule("latent", ParameterKind.Output) with { Sources = ["input"] },
            Rule("expand", ParameterKind.Input) with { Sources = ["latent"] },
        ]))[SignalProperty.Faithful].Sentence);

    [Theory]
    [InlineData("hidden1", "1/2")] // a sum over a width
    [InlineData("input", "0")] // no sum
    public void A_layer_that_starts_at_zero_is_offered_what_keeps_the_signal(string layer, string b)
    {
        var chain = SignalChain.OfRules(1, Rational.Half, Gauge.LearningRate, Sgd);
        var moved = chain.Layers.Single(candidate => candidate.Name == layer).Exponents.Moved(new Rational(1, 4), Sgd);
        var verdict = SignalPropagation.Of(chain.With(layer, moved.ZeroInit))[SignalProperty.Faithful];

        Assert.Equal(
            new SignalRepair(layer, "b", null, Kit.Formula.Fraction(b) - new Rational(1, 4)), Assert.Single(verdict.Repairs));
    }

    /// <summary>An output that explodes by its init is repaired there; one that is moved too far, or not at all, by its rate.</summary>
    [Theory]
    [InlineData("b", "-1/2", "the change of the output grows like n^1/2 at layer `output`", "change b of layer `output` from 1/2 to 1")]
    [InlineData("c", "-1", "the change of the output grows like n at layer `output`", "change c of layer `output` from 0 to 1")]
    [InlineData("c", "1/4", null, null)] // what is passed to it is enough
    public void The_change_of_the_output_is_repaired_where_it_comes_from(string symbol, string by, string? sentence, string? repair)
    {
        var chain = SignalChain.OfRules(1, Rational.Half, Gauge.LearningRate, OptimizerFamily.AdamLike);
        var verdict = SignalPropagation.Of(chain.With("output", Shifted(chain, symbol, by)))[SignalProperty.Nontrivial];

        Assert.Equal((sentence is null, sentence ?? verdict.Sentence), (verdict.Holds, verdict.Sentence));
        Assert.Equal(repair is null ? [] : [repair], verdict.Repairs.Select(change => change.ToString()));
    }

    /// <summary>Where all layers learn too little, the readout's own rate is what brings its change back.</summary>
    [Fact]
    public void An_output_that_hardly_changes_gets_a_larger_rate()
    {
        var rules = SignalChain.OfRules(1, Rational.Zero, Gauge.LearningRate, Sgd);
        var slow = rules.Layers.Aggregate(rules, (chain, layer) => chain.With(
            layer.Name, layer.Exponents with { C = layer.Exponents.C + Rational.One }));
        var verdict = SignalPropagation.Of(slow)[SignalProperty.Nontrivial];

        Assert.Equal(
            ["the change of the output vanishes like n^-1 at layer `output`", "change c of layer `output` from 2 to 1"],
            [verdict.Sentence, Assert.Single(verdict.Repairs).ToString()]);
    }

    [Fact]
    public void A_readout_that_learns_too_little_is_first_offered_a_rate()
    {
        var chain = SignalChain.OfRules(1, Rational.Half, Gauge.LearningRate, OptimizerFamily.AdamLike);
        var verdict = SignalPropagation.Of(chain.With("output", Shifted(chain, "c", "1/2")))[SignalProperty.Maximal];

        Assert.Equal(new SignalRepair("output", "c", new Rational(3, 2), 1), Assert.Single(verdict.Repairs));
    }

    [Fact]
    public void Several_repairs_are_set_apart()
    {
        var chain = SignalChain.OfRules(2, Rational.Half, Gauge.LearningRate, Sgd);
        var wild = new[] { "hidden1", "hidden2" }.Aggregate(chain, (rest, name) => rest.With(name, new Exponents(0, 0, 0)));

        Assert.Equal(
            "activations grow like n^1/2 at layer `hidden1`; change b of layer `hidden1` from 0 to 1/2, " +
            "change b of layer `hidden2` from 0 to 1/2",
            SignalPropagation.Of(wild)[SignalProperty.Faithful].ToString());
    }

    [Fact]
    public void An_input_beside_a_width_and_a_bias_of_no_width_is_added()
    {
        var chain = SignalChain.Of(
            Sgd, Rule("input", ParameterKind.Input), Rule("shift", ParameterKind.Finite), Rule("further", ParameterKind.Input),
            Rule("output", ParameterKind.Output));

        Assert.Equal(["input", "shift", "further"], chain.Layers[^1].Sources);
    }

    private static SignalLayer Rule(string name, ParameterKind kind) =>
        new(name, kind, Exponents.FromRules(kind, Rational.Half, Gauge.LearningRate, Sgd));

    private static Exponents Shifted(SignalChain chain, string symbol, string by)
    {
        var (exponents, shift) = (chain.Layers[^1].Exponents, by[0] == '-' ? -Kit.Formula.Fraction(by[1..]) : Kit.Formula.Fraction(by));
        return symbol == "b" ? exponents with { B = exponents.B + shift } : exponents with { C = exponents.C + shift };
    }
}
