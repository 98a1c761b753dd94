using System.Text.Json;
using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Scaling.Signals;

namespace Parameterize.Tests.Tables;

public class ModelScalingTests
{
    [Fact]
    public void Prints_an_aligned_table_of_formulas() => Assert.Equal(
        """
        Mlp: r = 1/2, gauge TensorPrograms
        tensor           kind        m      q         M       sigma  eta SGD  eta Adam  eta Muon  lambda SGD  lambda Adam       eps
        _embed.weight    Input       1  width         1           1    width         1         1    width^-1            1  width^-1
        _embed.bias      Vector      1  width         1           1    width         1         1    width^-1            1  width^-1
        _mix.weight      Hidden  width  width         1  width^-1/2        1  width^-1         1           1        width  width^-1
        _mix.bias        Vector      1  width         1           1    width         1         1    width^-1            1  width^-1
        _readout.weight  Output  width      1  width^-1           1    width         1         1    width^-1            1  width^-1
        _readout.bias    Finite      1      1         1           1        1         1         1           1            1         1
        """.ReplaceLineEndings("\n"),
        Sample.Scaling(Rational.Half).ToString());

    [Fact]
    public void No_family_no_richness_and_no_name_are_refused()
    {
        var scaling = Sample.Scaling(Rational.Half);
        var growth = new Dictionary<string, double>();
        Assert.Throws<ArgumentOutOfRangeException>("family", () => scaling.SlopesOf((OptimizerFamily)9));
        Assert.Throws<ArgumentOutOfRangeException>("family", () => scaling.Predict((OptimizerFamily)9, 0.5, growth));
        Assert.Throws<ArgumentOutOfRangeException>("richness", () => scaling.Predict(OptimizerFamily.AdamLike, double.NaN, growth));
        Assert.Throws<ArgumentNullException>("name", () => scaling.With(null!, ParameterKind.Input));
    }

    [Fact]
    public void Columns_line_up()
    {
        var lines = Sample.Scaling(new Rational(1, 4), Gauge.NeuralTangent).ToString().Split('\n').Skip(1).ToArray();

        Assert.Equal(7, lines.Length);
        Assert.Single(lines.Select(line => line.Length).Distinct()); // the last column is aligned to the right
        Assert.All(lines, line => Assert.Equal(lines[0].IndexOf("kind", StringComparison.Ordinal), KindColumn(line)));

        static int KindColumn(string line) =>
            line.IndexOf(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_has_as_many_cells_in_every_line()
    {
        var lines = Sample.Scaling(Rational.Zero).ToMarkdown().Split('\n');

        Assert.Equal("Mlp: r = 0, gauge TensorPrograms", lines[0]);
        Assert.Equal("", lines[1]);
        Assert.Equal(
            ["", "As widths grow, SGD-like, Adam-like and spectral: stable, nontrivial, maximal, richness 0: the kernel regime."],
            lines[^2..]);
        Assert.All(lines[2..^2], line => Assert.Equal(13, line.Count(character => character == '|')));
        Assert.StartsWith("| ------", lines[3], StringComparison.Ordinal);
        Assert.EndsWith("-: |", lines[3], StringComparison.Ordinal);
    }

    /// <summary>
    /// Towers whose product is the result, or a block: what is wide at the end is no output that would have to change by 1.
    /// </summary>
    [Fact]
    public void Of_an_end_that_was_not_seen_the_verdict_claims_nothing()
    {
        const string Open = "its end is its user's: it has no output layer, so that nothing is proved of the whole";
        Assert.All(new Rational?[] { Rational.Zero, Rational.Half, null }, richness => Assert.Equal(Open, Verdict(richness)));

        static string Verdict(Rational? richness) => new ModelScaling("Towers", "n", new ScalingOptions { Richness = richness })
            .With("_left.weight", ParameterKind.Input, fanOut: "n")
            .With("_vector.weight", ParameterKind.Hidden, "n", "n")
            .Verdict();
    }

    [Fact]
    public void Json_parses_and_says_what_the_rows_say()
    {
        var scaling = Sample.Scaling(new Rational(3, 8), Gauge.Multiplier);
        using var json = JsonDocument.Parse(scaling.ToJson());
        var root = json.RootElement;

        Assert.Equal("Mlp", root.GetProperty("model").GetString());
        Assert.Equal("3/8", root.GetProperty("richness").GetString());
        Assert.Equal("Multiplier", root.GetProperty("gauge").GetString());
        Assert.Equal(
            scaling.Tensors.Select(row => (row.Name, row.Multiplier.ToString(), row.Families.SgdLike.WeightDecay.ToString())),
            root.GetProperty("tensors").EnumerateArray().Select(row => (
                row.GetProperty("name").GetString()!,
                row.GetProperty("multiplier").GetString()!,
                row.GetProperty("sgdWeightDecay").GetString()!)));
        Assert.Equal(
            [("_embed", "0", "-1/8"), ("_mix", "0", "-1/8"), ("_readout", "-3/8", "0")],
            root.GetProperty("slopes").EnumerateArray().Select(slope => (
                slope.GetProperty("layer").GetString()!,
                slope.GetProperty("atInit").GetString()!,
                slope.GetProperty("change").GetString()!)));
    }

    [Fact]
    public void Layer_that_is_to_start_at_zero_is_not_called_unfaithful()
    {
        var scaling = new ModelScaling("Net", "n", new ScalingOptions())
            .With("_embed.weight", ParameterKind.Input, fanOut: "n", zeroInit: true)
            .With("_mix.weight", ParameterKind.Hidden, fanIn: "n", fanOut: "n", drawFanIn: "n")
            .With("_readout.weight", ParameterKind.Output, fanIn: "n", drawFanIn: "n");

        Assert.Contains(": layer `_embed` starts at 0 by choice, stable, ", scaling.Verdict(), StringComparison.Ordinal);
        Assert.False(scaling.Propagate(OptimizerFamily.SgdLike)![SignalProperty.Faithful].Holds);
    }

    /// <summary>
    /// Each step holds what it adds: a table of many tensors is taken together once, however often a part of it is looked at.
    /// </summary>
    [Fact]
    public void Table_may_be_declared_further_after_it_was_looked_at()
    {
        var inner = new ModelScaling("Inner", "n", new ScalingOptions())
            .WithComputed("k", 50, "(long)Math.Sqrt(40 * width)", growth: "1/2")
            .With("_up.weight", ParameterKind.Hidden, fanIn: "n", fanOut: "k", drawFanIn: "n");
        var first = new ModelScaling("Net", "n", new ScalingOptions()).WithNested("_a", inner, "n = n");
        var second = first.WithNested("_b", inner, "n = n").With("_readout.weight", ParameterKind.Output, fanIn: "n", drawFanIn: "n");

        Assert.Equal(["_a._up.weight"], first.Tensors.Select(tensor => tensor.Name));
        Assert.Equal(["_a._up.weight", "_b._up.weight", "_readout.weight"], second.Tensors.Select(tensor => tensor.Name));
        Assert.Equal(["_a._up.weight"], first.Tensors.Select(tensor => tensor.Name));
        Assert.Equal(first.Computed, second.Computed);
    }

    [Fact]
    public void Json_has_the_verdicts_of_the_propagation()
    {
        var scaling = new ModelScaling("Net", "n", new ScalingOptions { Gauge = Gauge.LearningRate })
            .With("_embed.weight", ParameterKind.Input, fanOut: "n", exponents: "0, 0, 0, rule")
            .With("_readout.weight", ParameterKind.Output, fanIn: "n", drawFanIn: "n", exponents: "0, 1/2, 0, rule");
        var propagation = scaling.Propagate(OptimizerFamily.SgdLike)!;
        using var json = JsonDocument.Parse(scaling.ToJson());

        Assert.False(propagation.IsSound);
        Assert.Equal(scaling.Verdict(), json.RootElement.GetProperty("verdict").GetString());
        Assert.Equal(
            propagation.Verdicts.Select(verdict => ("SGD-like", "1/2", verdict.Property.ToString(), verdict.Holds, verdict.Sentence)),
            json.RootElement.GetProperty("verdicts").EnumerateArray().Select(verdict => (
                verdict.GetProperty("family").GetString()!,
                verdict.GetProperty("richness").GetString()!,
                verdict.GetProperty("property").GetString()!,
                verdict.GetProperty("holds").GetBoolean(),
                verdict.GetProperty("sentence").GetString()!)));
    }

    [Fact]
    public void Json_has_the_verdicts_at_both_ends_of_a_dial_and_none_for_a_baseline()
    {
        using var open = JsonDocument.Parse(Sample.Scaling(richness: null, gamma: null).ToJson());
        using var plain = JsonDocument.Parse(new ModelScaling("Mlp", "n", new ScalingOptions { Baseline = true }).ToJson());

        Assert.Equal(
            [("SGD-like", "0"), ("SGD-like", "1/2"), ("Adam-like", "0"), ("Adam-like", "1/2"), ("spectral", "0"), ("spectral", "1/2")],
            open.RootElement.GetProperty("verdicts").EnumerateArray()
                .Select(verdict => (verdict.GetProperty("family").GetString(), verdict.GetProperty("richness").GetString())).Distinct());
        Assert.Empty(plain.RootElement.GetProperty("verdicts").EnumerateArray());
    }

    [Fact]
    public void Says_when_the_dial_is_set_at_run_time()
    {
        var scaling = Sample.Scaling(richness: null, gamma: null);

        Assert.StartsWith("Mlp: r = set at run time, gauge TensorPrograms", scaling.ToString(), StringComparison.Ordinal);
        Assert.Contains("gamma^2 width^(2r)", scaling.ToString(), StringComparison.Ordinal);
        Assert.Contains("width^(1/2 - r)", scaling.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_when_nothing_is_scaled() => Assert.StartsWith(
        "Mlp: standard parametrization, one rate and no multiplier",
        new ModelScaling("Mlp", "n", new ScalingOptions { Baseline = true }).ToString(),
        StringComparison.Ordinal);

    [Fact]
    public void Resolves_to_numbers()
    {
        var resolved = Sample.Scaling(richness: null, gamma: null)
            .Resolve(new Dictionary<string, double> { ["width"] = 16 }, richness: 0.25, gamma: 2);

        Assert.Equal((0.25, 2.0, 16.0), (resolved.Richness, resolved.Gamma, resolved.Width));
        Assert.Equal(1.0, resolved["_mix.weight"].Rule.SgdLearningRate); // gamma^2 n^(2r - 1) = 4 * 16^-1/2
        Assert.Equal(1.0 / 16, resolved["_mix.weight"].Rule.AdamLearningRate); // gamma n^(r - 3/2) = 2 * 16^-5/4
    }

    [Fact]
    public void Leaves_a_width_that_is_not_given_at_its_base()
    {
        var resolved = Sample.Scaling(Rational.Half).Resolve(new Dictionary<string, double>());

        Assert.Equal(1.0, resolved.Width);
        Assert.All(resolved.Tensors, row => Assert.Equal(
            Enumerable.Repeat(1.0, 8),
            [
                row.Multiplier, row.InitStd, row.Draw, row.Rule.SgdLearningRate,
                row.Rule.AdamLearningRate, row.Rule.SgdWeightDecay, row.Rule.AdamWeightDecay, row.Rule.Epsilon,
            ]));
    }

    [Fact]
    public void Refuses_a_dial_beyond_its_ends()
    {
        var open = Sample.Scaling(richness: null, gamma: null);

        Assert.Throws<ArgumentOutOfRangeException>("richness", () => open.Resolve(new Dictionary<string, double>(), richness: 0.6));
        Assert.Throws<ArgumentOutOfRangeException>("gamma", () => open.Resolve(new Dictionary<string, double>(), gamma: 0));
        Assert.Throws<ArgumentNullException>("ratios", () => open.Resolve(null!));
    }

    [Fact]
    public void What_is_fixed_when_compiling_is_not_overridden()
    {
        var resolved = Sample.Scaling(Rational.Zero).Resolve(new Dictionary<string, double>(), richness: 0.5, gamma: 3);

        Assert.Equal((0.0, 1.0), (resolved.Richness, resolved.Gamma));
    }
}
