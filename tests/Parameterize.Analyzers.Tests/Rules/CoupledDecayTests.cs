using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class CoupledDecayTests : RuleTests
{
    private const string Mine = "{|PMZ0047:0.1 * group.WeightDecay|}";

    public override string Id => "PMZ0047";

    public override string Hit => Groups("Adam", Mine);

    public override string Message =>
        "Adam adds its decay to the gradient and normalises the sum, and by this decay the groups of 'Mlp' learn less the wider they are; "
            + "multiply it by the group's CoupledDecay, or use AdamW, whose decay is by WeightDecay and apart from the gradient";

    public override string NearMiss => Groups("Adam", "0.1 * group.CoupledDecay");

    [Theory]
    [InlineData("Adamax")]
    [InlineData("NAdam")]
    [InlineData("RMSProp")]
    [InlineData("Adagrad")]
    [InlineData("Adadelta")]
    public Task Every_optimizer_that_adds_its_decay_to_what_it_normalises(string optimizer) =>
        Subject.Fix<FollowGradientFix>().Verify(Groups(optimizer, Mine), Groups(optimizer, "0.1 * group.CoupledDecay"));

    [Theory]
    [InlineData("AdamW")]
    [InlineData("SGD")]
    [InlineData("ASGD")]
    public Task Those_that_do_not_are_silent(string optimizer) =>
        Subject.Analyzers.Verify(Groups(optimizer, "0.1 * group.WeightDecay"));

    [Theory]
    [InlineData("0")]
    [InlineData("0.0")]
    [InlineData("null")]
    public Task No_decay_is_silent(string decay) => Subject.Analyzers.Verify(Groups("Adam", decay));

    /// <summary>One decay for all groups does not follow their gradients either; what to write instead is more than a name.</summary>
    [Theory]
    [InlineData(
        """
        var groups = model.ParameterGroups(OptimizerFamily.AdamLike)
            .Select(group => new NAdam.ParamGroup(group.Parameters, lr: 1e-3 * group.LearningRate, weight_decay: {|PMZ0047:0.1|}));
        using var optimizer = optim.NAdam(groups, 1e-3);
        """)]
    [InlineData(
        """
        var groups = model.ParameterGroups(OptimizerFamily.AdamLike).Select(group => new Adam.ParamGroup(group.Parameters, 1e-3));
        using var optimizer = optim.Adam(groups, 1e-3, weight_decay: {|PMZ0047:0.1|});
        """)]
    [InlineData(
        """
        var groups = model.ParameterGroups(OptimizerFamily.AdamLike).Select(group => new Adam.ParamGroup(group.Parameters, 1e-3));
        using var optimizer = new Adam(groups, 1e-3, weight_decay: {|PMZ0047:0.1|});
        """)]
    [InlineData(
        """
        foreach (var (name, parameters, rate, decay, _, _) in model.ParameterGroups(OptimizerFamily.AdamLike))
        {
            var options = new Adam.Options { LearningRate = 1e-3 * rate };
            options.weight_decay = {|PMZ0047:0.1 * decay|};
        }
        """)]
    public Task Wherever_it_is_given(string statements) => Subject.Fix<FollowGradientFix>().VerifyNoFix(Training(statements));

    [Theory]
    [InlineData(
        """
        foreach (var (name, parameters, rate, _, epsilon, decay) in model.ParameterGroups(OptimizerFamily.AdamLike))
        {
            var options = new Adam.Options { LearningRate = 1e-3 * rate, eps = 1e-8 * epsilon, weight_decay = 0.1 * decay };
        }
        """)]
    [InlineData(
        """
        using var other = optim.Adam(Linear(8, 8).parameters(), 1e-3, weight_decay: 0.1);
        using var groups = optim.Adam(new[] { new Adam.ParamGroup(Linear(8, 8).parameters(), weight_decay: 0.1) }, 1e-3);
        """)]
    [InlineData("using var optimizer = model.Adam(weight_decay: 0.1);")]
    public Task Silent(string statements) => Subject.Analyzers.Verify(Training(statements));

    [Fact]
    public Task A_baseline_has_one_decay_anyway() =>
        Subject.Analyzers.Verify(Groups("Adam", "0.1 * group.WeightDecay", "Parameterize(Baseline = true)"));

    private static string Groups(string optimizer, string decay, string attribute = "Parameterize(BaseWidth = 64)") => Training(
        $$"""
        var groups = new List<{{optimizer}}.ParamGroup>();
        foreach (var group in model.ParameterGroups(OptimizerFamily.AdamLike))
        {
            groups.Add(new {{optimizer}}.ParamGroup(
                group.Parameters, new {{optimizer}}.Options { LearningRate = 1e-3 * group.LearningRate, weight_decay = {{decay}} }));
        }
        """, attribute);

    private static string Training(string statements, string attribute = "Parameterize(BaseWidth = 64)") =>
        "using System.Linq;\n" + Source.Initialized(
        attribute: attribute,
        more: $$"""
            public static class Training
            {
                public static void Run(Mlp model)
                {
                    {{statements.Replace("\n", "\n        ", StringComparison.Ordinal)}}
                }
            }
            """);
}
