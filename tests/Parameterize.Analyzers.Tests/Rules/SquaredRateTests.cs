namespace Parameterize.Analyzers.Tests.Rules;

public sealed class SquaredRateTests : RuleTests
{
    public override string Id => "PMZ0026";

    public override string Hit => Training("using var optimizer = {|PMZ0026:model.RAdam(lr: 1e-3)|};");

    public override string Message =>
        "TorchSharp's RAdam multiplies by the rate twice, which squares the ratios between the rates of 'Mlp'; use its NAdam or AdamW";

    public override string NearMiss => Training("""
        using var optimizer = model.NAdam(lr: 1e-3);
        using var other = optim.RAdam(Linear(8, 8).parameters());
        var groups = model.ParameterGroups(OptimizerFamily.AdamLike);
        """);

    [Fact]
    public Task Groups_by_hand_count() => Subject.Analyzers.Verify(Training("""
        var groups = new List<RAdam.ParamGroup>();
        foreach (var group in model.ParameterGroups(OptimizerFamily.AdamLike))
            groups.Add(new RAdam.ParamGroup(group.Parameters, new RAdam.Options { LearningRate = 1e-3 * group.LearningRate }));
        using var optimizer = {|PMZ0026:optim.RAdam(groups, 1e-3)|};
        """));

    [Fact]
    public Task Groups_of_something_else_do_not() => Subject.Analyzers.Verify(Training(
        "using var optimizer = optim.RAdam(new[] { new RAdam.ParamGroup(Linear(8, 8).parameters(), new RAdam.Options()) }, 1e-3);"));

    [Fact]
    public Task A_baseline_has_one_rate_anyway() => Subject.Analyzers.Verify(
        Training("using var optimizer = model.RAdam(lr: 1e-3);", "Parameterize(Baseline = true)"));

    private static string Training(string statements, string attribute = "Parameterize(BaseWidth = 64)") => Source.Initialized(
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
