using System.Text.Json;

namespace Parameterize.Tests.Tables;

public class ModelParameterizationTests
{
    [Fact]
    public void Prints_the_resolved_numbers() => Assert.Equal(
        """
        Mlp: width 4 x base, r = 0.5, gauge TensorPrograms
        tensor           kind    m  q     M  sigma  eta SGD  eta Adam  eta Muon  lambda SGD  lambda Adam   eps
        _embed.weight    Input   1  4     1      1        4         1         1        0.25            1  0.25
        _embed.bias      Vector  1  4     1      1        4         1         1        0.25            1  0.25
        _mix.weight      Hidden  4  4     1    0.5        1      0.25         1           1            4  0.25
        _mix.bias        Vector  1  4     1      1        4         1         1        0.25            1  0.25
        _readout.weight  Output  4  1  0.25      1        4         1         1        0.25            1  0.25
        _readout.bias    Finite  1  1     1      1        1         1         1           1            1     1
        """.ReplaceLineEndings("\n"),
        Sample.Resolved().ToString());

    [Fact]
    public void Prints_four_digits_whatever_the_size()
    {
        var row = new TensorParameterization("w", ParameterKind.Hidden, new ParameterRule("g") { SgdLearningRate = 123456 })
        {
            Multiplier = 1.0 / 3,
            InitStd = 1e-9,
        };
        var line = new ModelParameterization("M", Gauge.LearningRate, 0.25, 1, 3, [row]).ToString().Split('\n')[2];

        Assert.Equal(
            ["w", "Hidden", "1", "1", "0.3333", "1E-09", "1.235E+05"],
            line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(7));
    }

    [Fact]
    public void Names_gamma_only_when_it_is_not_one()
    {
        Assert.DoesNotContain("gamma", Sample.Resolved().ToString(), StringComparison.Ordinal);
        Assert.StartsWith(
            "M: width 3 x base, r = 0.25, gauge LearningRate, gamma = 2.5\n",
            new ModelParameterization("M", Gauge.LearningRate, 0.25, 2.5, 3, []).ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_is_the_same_table()
    {
        var lines = Sample.Resolved().ToMarkdown().Split('\n');

        Assert.Equal(10, lines.Length);
        Assert.Equal(
            "| _mix.weight     | Hidden | 4 | 4 |    1 |   0.5 |       1 |     0.25 |        1 |          1 |           4 | 0.25 |",
            lines[6]);
        Assert.Single(lines.Skip(2).Select(line => line.Length).Distinct());
    }

    [Fact]
    public void Json_numbers_round_trip()
    {
        var table = Sample.Resolved(width: 3.7, Gauge.NeuralTangent);
        using var json = JsonDocument.Parse(table.ToJson());
        var root = json.RootElement;
        var rows = root.GetProperty("tensors").EnumerateArray().ToArray();

        Assert.Equal((3.7, 0.5, 1.0), (Number(root, "width"), Number(root, "richness"), Number(root, "gamma")));
        Assert.All(table.Tensors.Zip(rows), pair => Assert.Equal(
            [pair.First.Multiplier, pair.First.InitStd, pair.First.Draw, pair.First.Rule.SgdLearningRate, pair.First.Rule.AdamWeightDecay],
            new[] { "multiplier", "initStd", "draw", "sgdLearningRate", "adamWeightDecay" }.Select(name => Number(pair.Second, name))));

        static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();
    }

    [Fact]
    public void Json_escapes_names_and_has_null_for_infinity()
    {
        var rule = new ParameterRule("g") { AdamWeightDecay = double.PositiveInfinity };
        var row = new TensorParameterization("a\"b\\c\n\u0001é", ParameterKind.Finite, rule);
        using var json = JsonDocument.Parse(new ModelParameterization("M", Gauge.LearningRate, 0, 1, 1, [row]).ToJson());
        var parsed = json.RootElement.GetProperty("tensors")[0];

        Assert.Equal(row.Name, parsed.GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, parsed.GetProperty("adamWeightDecay").ValueKind);
    }

    [Fact]
    public void Json_of_a_model_without_tensors_parses()
    {
        using var json = JsonDocument.Parse(new ModelParameterization("M", Gauge.LearningRate, 0, 1, 1, []).ToJson());

        Assert.Equal(0, json.RootElement.GetProperty("tensors").GetArrayLength());
    }

    [Fact]
    public void An_unknown_tensor_is_answered_with_those_there_are()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => Sample.Resolved()["_mix.wieght"]);

        Assert.Equal(
            "'Mlp' has no tensor '_mix.wieght'; it has _embed.weight, _embed.bias, _mix.weight, _mix.bias, _readout.weight, _readout.bias.",
            error.Message);
    }

    [Fact]
    public void A_row_answers_by_family()
    {
        var row = Sample.Resolved()["_mix.weight"].Rule;

        Assert.Equal((1.0, 0.25), (row.LearningRate(OptimizerFamily.SgdLike), row.LearningRate(OptimizerFamily.AdamLike)));
        Assert.Equal((1.0, 4.0), (row.WeightDecay(OptimizerFamily.SgdLike), row.WeightDecay(OptimizerFamily.AdamLike)));
    }

    [Fact]
    public void Refuses_to_be_nameless()
    {
        Assert.Throws<ArgumentNullException>("model", () => new ModelParameterization(null!, Gauge.LearningRate, 0, 1, 1, []));
        Assert.Throws<ArgumentNullException>("tensors", () => new ModelParameterization("M", Gauge.LearningRate, 0, 1, 1, null!));
        Assert.Throws<ArgumentNullException>("name", () => new TensorParameterization(null!, ParameterKind.Finite, new ParameterRule("g")));
        Assert.Throws<ArgumentNullException>("rule", () => new TensorParameterization("w", ParameterKind.Finite, null!));
        Assert.Throws<ArgumentNullException>("name", () => new ParameterRule(null!));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_width_that_is_none_is_refused_by_the_models_name(double width)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(
            () => new ModelParameterization("Mlp", Gauge.NeuralTangent, 0.5, 1, width, []));
        Assert.StartsWith(
            FormattableString.Invariant($"'Mlp' is {width} times as wide as at base width: build it with a width of 1 or more."),
            error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gauge_that_is_none_is_refused_with_those_that_there_are()
    {
        Func<object>[] uses =
        [
            () => new ModelParameterization("Mlp", (Gauge)99, 0.5, 1, 1, []),
            () => new Scaling.Rules.ScalingOptions { Gauge = (Gauge)99 },
        ];
        Assert.All(uses, use => Assert.StartsWith(
            "No such gauge; there are NeuralTangent, LearningRate, Multiplier, TensorPrograms.",
            Assert.Throws<ArgumentOutOfRangeException>(use).Message,
            StringComparison.Ordinal));
    }
}
