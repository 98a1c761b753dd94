using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Tests.Kit;

namespace Parameterize.Tests.Tables;

/// <summary>A class whose layers have exponents of their own: what is proved of it, and what follows the gradients that it has.</summary>
public class OwnExponentsTests
{
    private static readonly ParameterKind[] s_layers = [ParameterKind.Input, ParameterKind.Hidden, ParameterKind.Output];

    /// <summary>The gradients are those of the exponents, r = 0, and not those of the class's dial, 1/2.</summary>
    [Fact]
    public void Epsilon_and_coupled_decay_follow_the_gradient_that_there_is() => Assert.All(Ratios.Gauges, gauge =>
    {
        var lazy = Mlp(gauge, Rational.Zero, own: false);

        Assert.All(
            Mlp(gauge, Rational.Zero, own: true).Tensors.Where(row => row.Kind != ParameterKind.Vector),
            row => Assert.Equal(
                (row.Name, Of(lazy, row.Name).Epsilon(OptimizerFamily.AdamLike), Of(lazy, row.Name).CoupledDecay),
                (row.Name, row.Epsilon(OptimizerFamily.AdamLike), row.CoupledDecay)));
    });

    /// <summary>Where nothing is proved of a gradient's size, the rule of the kind stays: M/(alpha q^1/2), at the dial's 1/2.</summary>
    [Theory]
    [InlineData("0, 1/4, rule, 3/2")] // activations grow
    [InlineData("0, 1/2, rule, 0")] // changes do
    public void A_class_that_is_unsound_keeps_the_rule(string hidden)
    {
        var scaling = Mlp(Gauge.LearningRate, Rational.Zero, own: true, hidden);

        Assert.Equal("n^-1", Of(scaling, "_mix.weight").Epsilon(OptimizerFamily.AdamLike).ToString());
        Assert.Equal("n^-1", Of(scaling, "_embed.weight").Epsilon(OptimizerFamily.AdamLike).ToString());
    }

    [Fact]
    public void A_norm_s_exponents_are_no_layer_s() => Assert.Equal(
        "n^-1",
        Of(Mlp(Gauge.LearningRate, Rational.Zero, own: true).With(
            "_scale.weight", ParameterKind.Vector, fanOut: "n", exponents: "0, 0, 0, 1/2"), "_scale.weight")
            .Epsilon(OptimizerFamily.AdamLike).ToString());

    [Theory]
    [InlineData("0, 1/2, rule, 1", "Adam-like: stable, nontrivial, maximal, richness 1/2: features are learned at every width")]
    [InlineData(
        "0, 1/2, rule, 1/2",
        "Adam-like: not stable (the change in training grows like n^1/2 at layer `_mix`), " +
        "not nontrivial (the change of the output grows like n^1/2 at layer `_readout`), " +
        "not useful in every update (the effect that the change of layer `_mix` has on the output grows like n^1/2), " +
        "not maximal (layer `_readout` learns less than it is passed: its own part of the change is 1, the other n^1/2), " +
        "layers differ in richness")]
    [InlineData(
        "0, 1/4, rule, 1",
        "Adam-like: not faithful at init (activations grow like n^1/4 at layer `_mix`), " +
        "not stable (the change in training grows like n^1/4 at layer `_mix`), " +
        "not nontrivial (the change of the output grows like n^1/4 at layer `_readout`), " +
        "not useful in every update (the effect that the change of layer `_embed` has on the output grows like n^1/4), " +
        "not maximal (layer `_mix` learns less than it is passed: its own part of the change is 1, the other n^1/4), " +
        "layers differ in richness")]
    public void Of_a_class_that_is_unsound_each_failure_is_named(string hidden, string verdict) => Assert.Equal(
        verdict,
        Mlp(Gauge.LearningRate, Rational.Half, own: true, hidden).Verdict()
            .Split("; ")[^1].Replace("SGD-like and ", "", StringComparison.Ordinal));

    [Fact]
    public void Beyond_the_dial_is_said_to_be_beyond() => Assert.EndsWith(
        ", richness 3/4: beyond feature learning",
        Mlp(Gauge.LearningRate, new Rational(3, 4), own: true).Verdict(),
        StringComparison.Ordinal);

    [Fact]
    public void At_its_end_a_dial_is_not_called_a_kernel_regime()
    {
        var rich = Mlp(Gauge.LearningRate, Rational.Half, own: false);
        var open = new ModelScaling("Net", "n", new ScalingOptions { Richness = null }, [.. rich.Tensors.Select(row => row.Declaration)]);

        Assert.EndsWith("richness 1/2: features are learned at every width", rich.Verdict(), StringComparison.Ordinal);
        Assert.EndsWith(
            "at every richness: the kernel regime below 1/2, features are learned at 1/2", open.Verdict(), StringComparison.Ordinal);
    }

    /// <summary>
    /// A chain as the forward pass runs: a list is two of its layers, one that starts at zero ends a branch, a bias is added, a readout
    /// and a norm are read by none.
    /// </summary>
    [Fact]
    public void Declarations_are_taken_for_a_chain()
    {
        var chain = new ModelScaling("Net", "n", new ScalingOptions())
            .With("_embed.weight", ParameterKind.Input, fanOut: "n")
            .With("_embed.bias", ParameterKind.Vector, fanOut: "n")
            .With("_layers.*.weight", ParameterKind.Hidden, fanIn: "n", fanOut: "n")
            .With("_norm.weight", ParameterKind.Vector, fanOut: "n")
            .With("_aux.weight", ParameterKind.Output, fanIn: "n")
            .With("_up.weight", ParameterKind.Hidden, fanIn: "n", fanOut: "n")
            .With("_down.weight", ParameterKind.Hidden, fanIn: "n", fanOut: "n", zeroInit: true)
            .With("_readout.weight", ParameterKind.Output, fanIn: "n")
            .With("_readout.bias", ParameterKind.Finite)
            .Propagate(OptimizerFamily.AdamLike)!;

        Assert.Equal(
            [
                "_embed <- ", "_embed.bias <- ", "_layers.* <- _embed _embed.bias", "_layers.* (again) <- _layers.*",
                "_aux <- _layers.* (again)", "_up <- _layers.* (again)", "_down <- _up", "_readout <- _up _down",
            ],
            chain.Readings.Select(reading => $"{reading.Layer.Name} <- {string.Join(' ', reading.Layer.Sources)}"));
    }

    private static TensorScaling Of(ModelScaling scaling, string name) => scaling.Tensors.Single(row => row.Name == name);

    /// <summary>A layer of each kind and a norm, by the rules at one richness or by exponents that say the same.</summary>
    private static ModelScaling Mlp(Gauge gauge, Rational richness, bool own, string? hidden = null)
    {
        var options = new ScalingOptions { Gauge = gauge, Richness = own ? Rational.Half : richness };
        return s_layers.Aggregate(new ModelScaling("Mlp", "n", options), (scaling, kind) => scaling.With(
                kind switch
                {
                    ParameterKind.Input => "_embed.weight",
                    ParameterKind.Hidden => "_mix.weight",
                    _ => "_readout.weight",
                },
                kind,
                kind.FanInIsWidth() ? "n" : "1",
                kind.FanOutIsWidth() ? "n" : "1",
                exponents: own ? Written(kind) : null))
            .With("_norm.weight", ParameterKind.Vector, fanOut: "n");

        string Written(ParameterKind kind)
        {
            var (sgd, adam) = (Rule(OptimizerFamily.SgdLike), Rule(OptimizerFamily.AdamLike));
            return kind == ParameterKind.Hidden && hidden is not null ? hidden : $"{sgd.A}, {sgd.B}, {sgd.C}, {adam.C}";

            Exponents Rule(OptimizerFamily family) => Exponents.FromRules(kind, richness, gauge, family);
        }
    }
}
