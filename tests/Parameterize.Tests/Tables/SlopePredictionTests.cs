using Parameterize.Scaling.Rules;

namespace Parameterize.Tests.Tables;

/// <summary>Slopes by each layer's own ratio, and behind inner stages of fixed size.</summary>
public sealed class SlopePredictionTests
{
    private static readonly Dictionary<string, double> s_alike = [];

    /// <summary>An encoder, a latent, a decoder.</summary>
    private static ModelScaling Latent => new ModelScaling("Net", "n", new ScalingOptions { Richness = null })
        .With("_embed.weight", ParameterKind.Input, fanOut: "n")
        .With("_latent.weight", ParameterKind.Output, fanIn: "n")
        .With("_expand.weight", ParameterKind.Input, fanOut: "n", behind: "_latent")
        .With("_mix.weight", ParameterKind.Hidden, fanIn: "n", fanOut: "n", behind: "_latent")
        .With("_readout.weight", ParameterKind.Output, fanIn: "n", behind: "_latent");

    [Theory]
    [InlineData(OptimizerFamily.AdamLike, 0)]
    [InlineData(OptimizerFamily.AdamLike, 0.25)]
    [InlineData(OptimizerFamily.SgdLike, 0.25)]
    public void Behind_a_stage_the_slope_goes_to_zero_from_a_layer_s_own(OptimizerFamily family, double r)
    {
        var (lag, late) = family == OptimizerFamily.SgdLike ? (2 * r, 2 * r) : (0, r);
        var slopes = Latent.Predict(family, r, s_alike);
        Assert.Equal(
            [(r - 0.5 - lag, r - 0.5), (-lag, 0), (r - 0.5 - late, 0), (r - 0.5 - late, 0), (-late, 0)],
            slopes.Select(slope => (slope.ChangeFrom, slope.Change)));
        Assert.Equal([(0, 0), (-r, -r), (-r, 0), (-r, 0), (-2 * r, -r)], slopes.Select(slope => (slope.AtInitFrom, slope.AtInit)));
    }

    [Fact]
    public void The_table_predicts_what_a_stage_itself_does() => Assert.Equal(
        [("r - 1/2", "0"), ("0", "-r"), ("0", "-r"), ("0", "-r"), ("0", "-r")],
        Latent.Slopes.Select(slope => (slope.Change.ToString(), slope.AtInit.ToString())));

    [Fact]
    public void The_verdict_says_where_features_move()
    {
        Assert.EndsWith(
            "features move behind `_latent` at every richness, in front of it they move at 1/2 alone", Latent.Verdict(),
            StringComparison.Ordinal);
        var lazy = new ModelScaling(
            "Net", "n", new ScalingOptions { Richness = Scaling.Algebra.Rational.Zero },
            [.. Latent.Tensors.Select(tensor => tensor.Declaration)]);
        Assert.EndsWith(
            "richness 0 in front of an inner stage of fixed size: features move behind `_latent` at every richness", lazy.Verdict(),
            StringComparison.Ordinal);
        Assert.DoesNotContain("kernel regime", lazy.Verdict(), StringComparison.Ordinal);
    }

    /// <summary>A model inside counts if it has a stage, and what is inside of one that reads from a stage is behind it.</summary>
    [Fact]
    public void Models_inside_are_stages_if_they_have_one()
    {
        var plain = new ModelScaling("Block", "n", new ScalingOptions { Richness = null })
            .With("_mix.weight", ParameterKind.Hidden, fanIn: "n", fanOut: "n");
        Assert.DoesNotContain(Around(plain), slope => slope.Change == 0 && slope.Layer != "_readout");
        Assert.Equal(
            ["_inner._latent", "_inner._expand", "_inner._mix", "_inner._readout", "_after._mix", "_readout"],
            Around(Latent).Where(slope => slope.Change == 0).Select(slope => slope.Layer));

        IReadOnlyList<SlopePrediction> Around(ModelScaling inner) => new ModelScaling("Net", "n", new ScalingOptions { Richness = null })
            .WithNested("_inner", inner)
            .WithNested("_after", plain, behind: "_inner")
            .With("_readout.weight", ParameterKind.Output, fanIn: "n", behind: "_inner")
            .Predict(OptimizerFamily.AdamLike, 0, s_alike);
    }

    /// <summary>
    /// A layer, a bare tensor, and a model that ends in a fixed size; not a model that only widens, and not what merely begins alike.
    /// </summary>
    [Theory]
    [InlineData("_code", "_code")]
    [InlineData("_coder", "_coder")]
    [InlineData("_key", "_key")]
    [InlineData("_code, _key", "_code, _key")]
    [InlineData("_cod", "")]
    [InlineData("_mean, _wide", "")]
    [InlineData(null, "")]
    public void Stages_are_told_by_their_names(string? behind, string stages)
    {
        var coder = new ModelScaling("Coder", "n", new ScalingOptions())
            .With("_up.weight", ParameterKind.Input, fanOut: "n")
            .With("_code.weight", ParameterKind.Output, fanIn: "n");
        var wide = new ModelScaling("Wide", "n", new ScalingOptions()).With("_up.weight", ParameterKind.Input, fanOut: "n");
        var scaling = new ModelScaling("Net", "n", new ScalingOptions { Richness = Scaling.Algebra.Rational.Zero })
            .WithNested("_coder", coder)
            .WithNested("_wide", wide)
            .With("_code.weight", ParameterKind.Output, fanIn: "n")
            .With("_key", ParameterKind.Output, fanIn: "n")
            .With("_mix.weight", ParameterKind.Hidden, fanIn: "n", fanOut: "n", behind: behind)
            .With("_readout.weight", ParameterKind.Output, fanIn: "n");

        var (mix, isBehind) = (scaling.Predict(OptimizerFamily.AdamLike, 0, s_alike).Single(slope => slope.Layer == "_mix"), stages != "");
        Assert.Equal(isBehind ? 0 : -0.5, mix.Change);
        Assert.Equal(isBehind, scaling.Verdict().Contains("at every richness", StringComparison.Ordinal));
        Assert.Contains(
            stages == "" ? "" : $" behind `{stages.Replace(", ", "` and `", StringComparison.Ordinal)}` at ",
            scaling.Verdict(),
            StringComparison.Ordinal);
        var inside = new ModelScaling("Outer", "n", new ScalingOptions()).WithNested("_net", scaling, behind: "_front");
        Assert.Equal(
            behind is null ? "_front" : $"_net.{behind.Replace(", ", ", _net.", StringComparison.Ordinal)}, _front",
            inside.Tensors.Single(tensor => tensor.Name == "_net._mix.weight").Declaration.Behind);
    }

    /// <summary>What an input layer adds and what a readout gives out is passed on to none.</summary>
    [Fact]
    public void A_change_is_passed_on_by_layers_that_read_a_width_and_end_in_one()
    {
        var slopes = new ModelScaling("Net", "n", new ScalingOptions { Richness = Scaling.Algebra.Rational.Zero })
            .With("_embed.weight", ParameterKind.Input, fanOut: "k")
            .With("_further.weight", ParameterKind.Input, fanOut: "n")
            .With("_early.weight", ParameterKind.Output, fanIn: "n")
            .With("_mix.weight", ParameterKind.Hidden, fanIn: "n", fanOut: "n")
            .With("_readout.weight", ParameterKind.Output, fanIn: "n")
            .Predict(OptimizerFamily.AdamLike, 0, new Dictionary<string, double> { ["k"] = 0.5 });

        Assert.Equal(
            [("_embed", -0.25), ("_further", -0.5), ("_early", 0), ("_mix", -0.25), ("_readout", 0)],
            slopes.Select(slope => (slope.Layer, slope.Change)));
    }

    [Theory]
    [InlineData(OptimizerFamily.SgdLike)]
    [InlineData(OptimizerFamily.AdamLike)]
    public void Where_widths_are_one_and_no_stage_is_the_first_steps_lag_behind_nothing(OptimizerFamily family) => Assert.All(
        new ModelScaling("Net", "n", new ScalingOptions { Richness = null })
            .With("_embed.weight", ParameterKind.Input, fanOut: "n")
            .With("_mix.weight", ParameterKind.Hidden, fanIn: "n", fanOut: "n", behind: "_embed.none")
            .Predict(family, 0.25, s_alike),
        slope => Assert.Equal(slope.Change, slope.ChangeFrom));

    /// <summary>By its own learning q^(r - 1/2); what a narrower one in front passes on is more.</summary>
    [Fact]
    public void Each_layer_has_its_own_ratio()
    {
        var scaling = new ModelScaling("Waist", "n", new ScalingOptions { Richness = null })
            .With("_embed.weight", ParameterKind.Input, fanOut: "n")
            .With("_narrow.weight", ParameterKind.Hidden, fanIn: "n", fanOut: "k")
            .With("_widen.weight", ParameterKind.Hidden, fanIn: "k", fanOut: "n")
            .With("_readout.weight", ParameterKind.Output, fanIn: "k");
        var slopes = scaling.Predict(OptimizerFamily.AdamLike, 0.25, new Dictionary<string, double> { ["k"] = 0.5 });
        Assert.Equal([(-0.25, -0.25), (-0.125, -0.125), (-0.25, -0.125), (0, 0)], slopes.Select(slope => (slope.ChangeFrom, slope.Change)));
        Assert.Equal(-0.125, slopes[3].AtInit);

        var sgd = scaling.Predict(OptimizerFamily.SgdLike, 0.5, new Dictionary<string, double> { ["k"] = 0.5 });
        Assert.All(sgd, slope => Assert.Equal((-0.25, 0), (slope.ChangeFrom, slope.Change)));
    }

    [Fact]
    public void A_computed_size_grows_as_it_is_said_to()
    {
        var scaling = new ModelScaling("Root", "n", new ScalingOptions { Richness = null })
            .WithComputed("k", 64, "(long)Math.Sqrt(width)", "1/2")
            .With("_embed.weight", ParameterKind.Input, fanOut: "k");
        Assert.Equal(-0.25, Assert.Single(scaling.Predict(OptimizerFamily.AdamLike, 0, s_alike)).Change);
    }

    [Fact]
    public void A_tied_readout_begins_at_its_rule_and_is_hidden_by_the_token_s_own_logit()
    {
        var scaling = new ModelScaling("Tied", "n", new ScalingOptions())
            .With("_words.weight", ParameterKind.Input, fanOut: "n", isTied: true)
            .With("_readout.weight", ParameterKind.Output, fanIn: "n", isTied: true);
        Assert.Equal(
            [(0, 0), (-0.5, 0)], scaling.Predict(OptimizerFamily.AdamLike, 0.5, s_alike).Select(slope => (slope.AtInitFrom, slope.AtInit)));
    }
}
