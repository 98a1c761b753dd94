using System.Text.Json;
using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize.Tests.Tables;

/// <summary>Tables with a symbol for a size that is no product of widths.</summary>
public class ComputedRatioTests
{
    private const string Expression = "(8 * width / 3 + 7) / 8 * 8";

    [Fact]
    public void The_table_says_what_the_symbol_is()
    {
        var scaling = Gated("1");
        Assert.EndsWith($"\nk: {Expression} over its value at base, 176", scaling.ToString(), StringComparison.Ordinal);
        Assert.Contains($"`k` is `{Expression}` over its value at base widths, 176.", scaling.ToMarkdown(), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(scaling.ToJson());
        var computed = Assert.Single(json.RootElement.GetProperty("computed").EnumerateArray());
        Assert.Equal("k", computed.GetProperty("symbol").GetString());
        Assert.Equal(Expression, computed.GetProperty("expression").GetString());
        Assert.Equal(176, computed.GetProperty("atBase").GetInt64());
        Assert.Equal("1", computed.GetProperty("growth").GetString());
        Assert.EndsWith("; like n^1/2", Gated("1/2").ToString(), StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => Gated("half"));
    }

    [Fact]
    public void A_chain_is_proved_where_the_size_grows_like_the_width_and_only_there()
    {
        var propagation = Gated("1").Propagate(OptimizerFamily.AdamLike)!;
        Assert.All(propagation.Verdicts, verdict => Assert.True(verdict.Holds, verdict.Sentence));
        Assert.Null(Gated("1/2").Propagate(OptimizerFamily.AdamLike)); // a sum over its root is not one over the width
        Assert.Equal("", Gated("1/2").Verdict());
    }

    [Fact]
    public void Numbers_are_those_of_the_ratio_that_is_given_or_of_the_growth()
    {
        var given = Gated("1").Resolve(new Dictionary<string, double> { ["n"] = 3, ["k"] = 512 / 176.0 });
        Assert.Equal(512 / 176.0, given["down.weight"].FanIn);
        Assert.Equal(3, Gated("1").Resolve(new Dictionary<string, double> { ["n"] = 3 })["down.weight"].FanIn);
        Assert.Equal(3, Gated("1/2").Resolve(new Dictionary<string, double> { ["n"] = 9 })["down.weight"].FanIn);
    }

    [Fact]
    public void Inside_another_model_it_keeps_its_meaning_beside_a_symbol_of_the_same_name()
    {
        var outer = new ModelScaling("Net", "n", Options).WithComputed("k", 80, "width + 16")
            .With("mix.weight", ParameterKind.Hidden, fanIn: "n", fanOut: "k")
            .WithNested("first", Gated("1"), "n = k")
            .WithNested("second", Gated("1"), "n = k")
            .WithNested("third", Gated("1/2"));
        Assert.Equal(
            [
                "k: width + 16 over its value at base, 80",
                $"k2: {Expression} of Gated with n = k over its value at base, 176",
                $"k3: {Expression} of Gated over its value at base, 176; like n^1/2",
            ],
            outer.Computed.Select(computed => computed.ToString()));
        Assert.Equal(
            ["k", "k2", "k2", "k3"],
            outer.Tensors.Where(row => row.Kind == ParameterKind.Hidden && !row.Name.Contains("down", StringComparison.Ordinal))
                .Select(row => row.Declaration.Ratios.FanOut.ToString()));
        Assert.Equal("k2", outer.Tensors.Single(row => row.Name == "first.down.weight").Declaration.Ratios.FanIn.ToString());
        Assert.Equal("k", outer.Tensors.Single(row => row.Name == "first.up.weight").Declaration.Ratios.FanIn.ToString());
    }

    /// <summary>The root of a root grows like n^1/4.</summary>
    [Fact]
    public void Inside_a_model_whose_width_is_computed_growths_multiply() => Assert.Equal(
        [new Rational(1, 2), new Rational(1, 4)],
        new ModelScaling("Net", "n", Options).WithComputed("root", 8, "(long)Math.Sqrt(width)", "1/2")
            .WithNested("inner", Gated("1/2"), "n = root").Computed.Select(computed => computed.Growth));

    /// <summary>Neither widens anything: a proof is of n alone.</summary>
    [Fact]
    public void Gamma_and_depth_are_no_widths()
    {
        var (plain, dialled) = (Deep(gamma: 1), Deep(gamma: null));

        Assert.Equal(
            plain.Readings.Select(reading => (reading.Layer.Name, reading.Layer.Exponents)),
            dialled.Readings.Select(reading => (reading.Layer.Name, reading.Layer.Exponents)));

        static ScalingOptions Dialled(double? gamma) => Options with
        {
            Gauge = Gauge.LearningRate,
            Gamma = gamma,
            DepthExponent = gamma is null ? Rational.One : Rational.Half,
        };

        static Scaling.Signals.SignalPropagation Deep(double? gamma) => new ModelScaling("Deep", "n", Dialled(gamma))
            .With("embed.weight", ParameterKind.Input, fanOut: "n")
            .With("mix.weight", ParameterKind.Hidden, fanIn: "n", fanOut: "n", inBranch: true)
            .With("readout.weight", ParameterKind.Output, fanIn: "n")
            .Propagate(OptimizerFamily.SgdLike)!;
    }

    [Fact]
    public void A_symbol_that_the_outer_model_gives_has_its_value_there()
    {
        var outer = new ModelScaling("Net", "n", Options).WithNested("inner", Gated("1"), "k = n");
        Assert.Empty(outer.Computed);
        Assert.Equal("n", outer.Tensors.Single(row => row.Name == "inner.down.weight").Declaration.Ratios.FanIn.ToString());
    }

    [Fact]
    public void A_table_that_leads_back_to_itself_ends_there()
    {
        var outer = Gated("1");
        Assert.Same(outer, outer.WithNested("inner", null));
    }

    private static ScalingOptions Options => new() { Richness = Rational.Half, Gauge = Gauge.NeuralTangent };

    private static ModelScaling Gated(string growth) => new ModelScaling("Gated", "n", Options)
        .WithComputed("k", 176, Expression, growth)
        .With("embed.weight", ParameterKind.Input, fanOut: "n")
        .With("up.weight", ParameterKind.Hidden, fanIn: "n", fanOut: "k", drawFanIn: "n")
        .With("down.weight", ParameterKind.Hidden, fanIn: "k", fanOut: "n", drawFanIn: "k")
        .With("readout.weight", ParameterKind.Output, fanIn: "n", drawFanIn: "n");
}
