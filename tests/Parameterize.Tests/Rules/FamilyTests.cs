using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Tests.Kit;
using Parameterize.Tests.Tables;

namespace Parameterize.Tests.Rules;

/// <summary>An optimizer family is a value: each has a row of everything, and what is none has nothing.</summary>
public class FamilyTests
{
    private const OptimizerFamily None = (OptimizerFamily)99;

    private static readonly ByFamily<FamilyScaling<double>> s_numbers = new(family => new((int)family + 2, 10 * ((int)family + 2), 7, 9));

    [Fact]
    public void Each_family_is_looked_up_by_its_own_name()
    {
        Assert.All(
            Ratios.Families,
            family => Assert.Equal(new FamilyScaling<double>((int)family + 2, 10 * ((int)family + 2), 7, 9), s_numbers[family]));
        var rule = new ParameterRule("g", s_numbers);
        Assert.All(Ratios.Families, family => Assert.Equal(
            (s_numbers[family].LearningRate, s_numbers[family].WeightDecay), (rule.LearningRate(family), rule.WeightDecay(family))));
    }

    [Fact]
    public void What_generated_code_sets_is_that_family_s_alone()
    {
        var rule = new ParameterRule(
            "g") { SgdLearningRate = 2, SgdWeightDecay = 3, AdamLearningRate = 5, AdamWeightDecay = 7, Epsilon = 11, CoupledDecay = 19 };

        Assert.Equal(new FamilyScaling<double>(2, 3, 11, 19), rule.Families[OptimizerFamily.SgdLike]);
        Assert.Equal(new FamilyScaling<double>(5, 7, 11, 19), rule.Families[OptimizerFamily.AdamLike]);
        Assert.Equal(rule.Families.AdamLike, rule.Families[OptimizerFamily.Spectral]); // left to it where it has none
        var matrices = new ParameterRule("g") { Spectral = (13, 17), AdamLearningRate = 5, Epsilon = 11, CoupledDecay = 19 };
        Assert.Equal(new FamilyScaling<double>(13, 17, 11, 19), matrices.Families[OptimizerFamily.Spectral]);
        Assert.Equal(new FamilyScaling<double>(5, 1, 11, 19), matrices.Families[OptimizerFamily.AdamLike]);
        Assert.Equal(
            (2, 3, 5, 7, 11, 19),
            (rule.SgdLearningRate, rule.SgdWeightDecay, rule.AdamLearningRate, rule.AdamWeightDecay, rule.Epsilon, rule.CoupledDecay));
    }

    [Fact]
    public void Families_are_compared_by_what_they_hold()
    {
        var row = TensorScaling.Of(new TensorDeclaration("w", ParameterKind.Hidden, Ratios.Symbolic), new ScalingOptions());
        var same = TensorScaling.Of(new TensorDeclaration("v", ParameterKind.Hidden, Ratios.Symbolic), new ScalingOptions());
        var other = TensorScaling.Of(new TensorDeclaration("w", ParameterKind.Output, Ratios.Symbolic), new ScalingOptions());

        Assert.Equal(row.Families, same.Families);
        Assert.Equal(row.Families.GetHashCode(), same.Families.GetHashCode());
        Assert.NotEqual(row.Families, other.Families);
        Assert.Throws<ArgumentNullException>("value", () => row.Families.Select<int>(null!));
        Assert.Throws<ArgumentNullException>("value", () => row.Families.AdamLike.Select<int>(null!));
    }

    [Fact]
    public void All_tables_have_a_column_and_a_property_of_each_family()
    {
        var table = Sample.Resolved();
        string[] symbols = ["SGD", "Adam", "Muon"];
        Assert.Equal(Ratios.Families.Count(), symbols.Length);
        Assert.All(symbols, symbol => Assert.Contains($"eta {symbol}", table.ToString(), StringComparison.Ordinal));
        Assert.All(symbols.SkipLast(1), symbol => Assert.Contains($"lambda {symbol}", table.ToMarkdown(), StringComparison.Ordinal));
        Assert.All(Ratios.Families, family => Assert.Contains(
            $"\"{family.ToString().Replace("Like", "").ToLowerInvariant()}WeightDecay\"", table.ToJson(), StringComparison.Ordinal));
    }

    [Fact]
    public void Only_a_hidden_tensor_has_a_spectral_rule_and_only_a_table_of_one_a_column()
    {
        var kinds = Ratios.Kinds.Select(kind => TensorScaling.Of(new TensorDeclaration("w", kind, Ratios.Symbolic), new ScalingOptions()));
        Assert.All(kinds, row => Assert.Equal(row.Kind != ParameterKind.Hidden, row.Families.Spectral == row.Families.AdamLike));

        var shallow = new ModelScaling("M", "n", new ScalingOptions()).With("_only.weight", ParameterKind.Input, fanOut: "n");
        Assert.DoesNotContain("Muon", shallow.ToString(), StringComparison.Ordinal);
        Assert.Contains("spectralLearningRate", shallow.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Exponents_of_one_s_own_may_have_a_spectral_rate()
    {
        var own = WidthExponents.Parse("0, 1/2, rule, 1, -1/4");
        Assert.Equal((null, 1, new Rational(-1, 4)), (own.CSgd, own.CAdam, own.CSpectral));
        Assert.Equal("0, 1/2, rule, 1, -1/4", own.ToString());
        Assert.Equal("0, 1/2, 2, rule", WidthExponents.Parse("0, 1/2, 2, rule").ToString());

        var scaling = new ModelScaling("M", "n", new ScalingOptions())
            .With("_in.weight", ParameterKind.Input, fanOut: "n", exponents: "-1/2, 1/2, rule, 1/2")
            .With("_mix.weight", ParameterKind.Hidden, "n", "n", exponents: "0, 1/2, rule, rule, 0")
            .With("_out.weight", ParameterKind.Output, "n");
        Assert.Equal([OptimizerFamily.AdamLike, OptimizerFamily.Spectral], scaling.Families);
        Assert.Equal(
            "Adam-like and spectral: stable, nontrivial, maximal, richness 1/2: features are learned at every width", scaling.Verdict());
        Assert.Equal(["n^-1/2", "1", "1"], scaling.Tensors.Select(row => row.LearningRate(OptimizerFamily.Spectral).ToString()));
        Assert.Throws<FormatException>(() => WidthExponents.Parse("0, 1/2, 1"));
        Assert.Equal("a = 0, b = 1/2, c = 1", new Exponents(0, Rational.Half, 1).ToString());
        Assert.Equal("a = 0, b = infinity, c = infinity", new Exponents(0, null, null).ToString());
    }

    [Fact]
    public void A_family_that_is_none_is_refused_everywhere_and_told_which_there_are()
    {
        var row = TensorScaling.Of(new TensorDeclaration("w", ParameterKind.Hidden, Ratios.Symbolic), new ScalingOptions());
        Action[] questions =
        [
            () => _ = s_numbers[None],
            () => _ = new ParameterRule("g").LearningRate(None),
            () => _ = row.WeightDecay(None),
            () => _ = row.Epsilon(None),
            () => ScalingRule.EffectiveRate(ParameterKind.Hidden, Ratios.Symbolic, None),
            () => ScalingRule.LearningRate(ParameterKind.Hidden, Ratios.Symbolic, Gauge.LearningRate, None),
            () => ScalingRule.DepthRate(Rational.One, None),
            () => ScalingRule.WeightDecay(Factor.One, Factor.One, Rational.One, None),
            () => AttentionSlopes.Of(None, Rational.One, headsWiden: true),
            () => Exponents.FromRules(ParameterKind.Hidden, Rational.Half, Gauge.LearningRate, None),
            () => new Exponents(0, 0, 0).Moved(1, None),
            () => new WidthExponents(0, 0, 1, 2).C(None),
        ];

        Assert.All(questions, question => Assert.StartsWith(
            $"No such family of optimizers; there are {string.Join(", ", Enum.GetNames<OptimizerFamily>())}.",
            Assert.Throws<ArgumentOutOfRangeException>("family", question).Message));
    }
}
