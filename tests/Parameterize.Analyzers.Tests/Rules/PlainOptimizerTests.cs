using Parameterize.CodeFixes;
using Parameterize.Generators.Analyzers;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class PlainOptimizerTests : RuleTests
{
    // An optimizer that the torch of this repository does not have, with TorchSharp's signature; the analyzer goes by names.
    private const string Ungrouped = """
        using Parameterize;
        using static TorchSharp.torch;

        [Parameterize]
        public class Mlp { public object[] parameters() => []; }

        public static class Training
        {
            public static void Run(Mlp model) => {|PMZ0016:optim.LBFGS(model.parameters(), 0.01)|};
        }

        namespace TorchSharp
        {
            public static class torch
            {
                public static class optim
                {
                    public static void LBFGS(object[] parameters, double lr = 0.01, long max_iter = 20) { }
                }
            }
        }
        """;

    public override string Id => "PMZ0016";

    public override string Hit => Training("using var optimizer = {|PMZ0016:optim.AdamW(model.parameters(), lr: 1e-3)|};");

    public override string Message => "This optimizer gives every tensor of 'Mlp' the same rate, which undoes the parametrization; "
        + "use the generated AdamW(...) of the model, or ParameterGroups for one of your own";

    public override string NearMiss => Training("using var optimizer = model.AdamW(lr: 1e-3);\nusing var other = optim.AdamW(Linear(8, 8).parameters());");

    [Fact]
    public Task A_baseline_is_meant_to() => Subject.Analyzers.Verify(
        Training("using var optimizer = optim.AdamW(model.parameters(), lr: 1e-3);", "Parameterize(Baseline = true)"));

    [Fact]
    public Task One_that_takes_no_groups_has_no_factory() => new AnalyzerTest(() => new OptimizerAnalyzer())
    {
        Setup = Subject.Setup with { References = [.. ReferenceAssemblies.Framework, Subject.Package] },
    }.Verify(Ungrouped, new ExpectedDiagnostic(Id, "This optimizer gives every tensor of 'Mlp' the same rate, which undoes the parametrization; "
        + "use one of the model's generated factories, since LBFGS takes no groups and has one step size for all tensors, or ParameterGroups for one "
        + "of your own"));

    [Theory]
    [InlineData("optim.RMSProp(model.parameters(), momentum: 0.9)", "model.RMSProp(momentum: 0.9)")]
    [InlineData("optim.NAdam(named_parameters: model.parameters(), lr: 1e-3)", "model.NAdam(lr: 1e-3)")]
    [InlineData("optim.AdamW(model.parameters(), lr: 1e-3)", "model.AdamW(lr: 1e-3)")]
    [InlineData("optim.AdamW(/* all */ model.parameters(), lr: 1e-3)", "model.AdamW(lr: 1e-3) /* all */")]
    [InlineData("torch.optim.Adam(model.parameters())", "model.Adam()")]
    [InlineData("optim.SGD(model.named_parameters(), 0.1, momentum: 0.9)", "model.SGD(0.1, momentum: 0.9)")]
    [InlineData("optim.Adam(lr: 0.1, parameters: model.parameters())", "model.Adam(lr: 0.1)")]
    public Task The_fix_uses_the_generated_factory(string before, string after) => Subject.Fix<UseFactoryFix>().Verify(
        Training($"using var optimizer = {{|PMZ0016:{before}|}};"), Training($"using var optimizer = {after};"));

    [Fact]
    public Task All_are_fixed_at_once() => Subject.Fix<UseFactoryFix>().VerifyFixAll(
        Training("using var a = {|PMZ0016:optim.AdamW(model.parameters())|};\nusing var b = {|PMZ0016:optim.SGD(model.parameters(), 0.1)|};"),
        Training("using var a = model.AdamW();\nusing var b = model.SGD(0.1);"));

    [Fact]
    public Task A_model_that_makes_its_own_optimizer() => Subject.Fix<UseFactoryFix>().Verify(
        Source.Initialized(members: "private readonly Linear _mix;\n\npublic optim.Optimizer Make() => {|PMZ0016:optim.AdamW(parameters(), 1e-3)|};"),
        Source.Initialized(members: "private readonly Linear _mix;\n\npublic optim.Optimizer Make() => AdamW(1e-3);"));

    private static string Training(string statements, string attribute = "Parameterize(BaseWidth = 64)") => Source.Initialized(
        attribute: attribute,
        more: $"public static class Training\n{{\n    public static void Run(Mlp model)\n    {{\n        {statements.Replace("\n", "\n        ", StringComparison.Ordinal)}\n    }}\n}}");
}
