extern alias package;

using System.Text.RegularExpressions;
using Package = package::Parameterize;

namespace Parameterize.Generators.Tests;

/// <summary>
/// Explicit exponents that are the rule's give the rule's numbers, in every gauge, at both ends of the dial, for both families.
/// </summary>
public class ExponentTests
{
    public static TheoryData<string, int> All => ExponentModels.All;

    [Theory]
    [MemberData(nameof(All))]
    public void The_exponents_of_the_rule_give_its_numbers(string gauge, int twiceRichness)
    {
        foreach (var width in new long[] { 3, 6, 24, 600 })
        {
            var (rule, own) = Both(gauge, twiceRichness, width);
            Assert.Equal(Text(rule.Parameterization.ToJson()), Text(own.Parameterization.ToJson()));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_symbolic_table_is_the_same_and_so_is_what_is_proved(string gauge, int twiceRichness)
    {
        var (rule, own) = Both(gauge, twiceRichness, CompiledModels.BaseWidth);

        Assert.Equal(rule.Scaling.ToMarkdown().Split('|').Skip(1), own.Scaling.ToMarkdown().Split('|').Skip(1));
        Assert.Equal(rule.Scaling.Verdict(), own.Scaling.Verdict());
        Assert.Contains("stable, nontrivial, maximal, richness", own.Scaling.Verdict(), StringComparison.Ordinal);
        var r = twiceRichness / 2.0;
        Assert.Equal(
            rule.Scaling.Slopes.Select(slope => (slope.Layer, slope.AtInit.At(r), slope.Change.At(r))),
            own.Scaling.Slopes.Select(slope => (slope.Layer, slope.AtInit.At(r), slope.Change.At(r))));
    }

    private static string Text(string json) => Regex.Replace(json, "(Rule|Own)[A-Z][A-Za-z]+[0-9]", "Model");

    private static (Package.IParameterizedModel Rule, Package.IParameterizedModel Own) Both(string gauge, int twiceRichness, long width) =>
        (
            CompiledModels.Create(ExponentModels.ByRule(gauge, twiceRichness), width),
            CompiledModels.Create(ExponentModels.ByExponents(gauge, twiceRichness), width));
}
