using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Tests.Kit;
using Parameterize.Tests.Tables;

namespace Parameterize.Tests.Rules;

/// <summary>An optimizer family is a value: each has a row of everything, and what is none has nothing.</summary>
public class FamilyTests
{
    private const OptimizerFamily None = (OptimizerFamily)99;

    private static readonly ByFamily<FamilyScaling<double>> s_numbers = new(family => new((int)family + 2, 10 * ((int)family + 2), 7));

    [Fact]
    public void Each_family_is_looked_up_by_its_own_name()
    {
        Assert.All(Ratios.Families, family => Assert.Equal(new FamilyScaling<double>((int)family + 2, 10 * ((int)family + 2), 7), s_numbers[family]));
        var rule = new ParameterRule("g", s_numbers);
        Assert.All(Ratios.Families, family => Assert.Equal(
            (s_numbers[family].LearningRate, s_numbers[family].WeightDecay), (rule.LearningRate(family), rule.WeightDecay(family))));
    }

    [Fact]
    public void What_generated_code_sets_is_that_family_s_alone()
    {
        var rule = new ParameterRule("g") { SgdLearningRate = 2, SgdWeightDecay = 3, AdamLearningRate = 5, AdamWeightDecay = 7, Epsilon = 11 };

        Assert.Equal(new FamilyScaling<double>(2, 3, 11), rule.Families[OptimizerFamily.SgdLike]);
        Assert.Equal(new FamilyScaling<double>(5, 7, 11), rule.Families[OptimizerFamily.AdamLike]);
        Assert.Equal((2, 3, 5, 7, 11), (rule.SgdLearningRate, rule.SgdWeightDecay, rule.AdamLearningRate, rule.AdamWeightDecay, rule.Epsilon));
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
    }

    [Fact]
    public void All_tables_have_a_column_and_a_property_of_each_family()
    {
        var table = Sample.Resolved();
        Assert.All(Ratios.Families, family =>
        {
            Assert.Contains($"eta {family.ToString().Replace("Like", "")}", table.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.Contains($"\"{family.ToString().Replace("Like", "").ToLowerInvariant()}LearningRate\"", table.ToJson(), StringComparison.Ordinal);
        });
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
