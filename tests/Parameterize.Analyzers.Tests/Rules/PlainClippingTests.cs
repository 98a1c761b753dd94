using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class PlainClippingTests : RuleTests
{
    private const string Sgd = "using var optimizer = model.SGD(0.1);\nloss.backward();\n";

    public override string Id => "PMZ0045";

    public override string Hit => Training(Sgd + "{|PMZ0045:nn.utils.clip_grad_norm_(model.parameters(), 1.0)|};\noptimizer.step();");

    public override string Message =>
        "This clips by the plain norm of the gradients of 'Mlp', which depends on width and gauge: under SGD one number clips more at some "
            + "widths and less at others; use the generated ClipGradNorm of the model";

    public override string NearMiss =>
        Training(
            Sgd.Replace("SGD", "AdamW", StringComparison.Ordinal)
                + "nn.utils.clip_grad_norm_(model.parameters(), 1.0);\noptimizer.step();");

    [Theory]
    [InlineData("nn.utils.clip_grad_norm_(model.parameters(), 1.0)", "model.ClipGradNorm(1.0, optimizer)")]
    [InlineData(
        "nn.utils.clip_grad_norm_(model.parameters().Where(p => p.requires_grad), max_norm: 2 * 0.5)",
        "model.ClipGradNorm(2 * 0.5, optimizer)")]
    [InlineData("nn.utils.clip_grad_norm_(max_norm: 1.0, tensors: model.parameters().ToArray())", "model.ClipGradNorm(1.0, optimizer)")]
    public Task The_fix_calls_the_generated_method(string before, string after) => Subject.Fix<ClipByRateFix>().Verify(
        Training($"{Sgd}var norm = {{|PMZ0045:{before}|}};\noptimizer.step();"), Training($"{Sgd}var norm = {after};\noptimizer.step();"));

    [Fact]
    public Task All_are_fixed_at_once() => Subject.Fix<ClipByRateFix>().VerifyFixAll(
        Training(
            Sgd
                + "{|PMZ0045:nn.utils.clip_grad_norm_(model.parameters(), 1.0)|};\noptimizer.step();\n"
                + "{|PMZ0045:nn.utils.clip_grad_norm_(model.parameters(), 2.0)|};\noptimizer.step();"),
        Training(Sgd + "model.ClipGradNorm(1.0, optimizer);\noptimizer.step();\nmodel.ClipGradNorm(2.0, optimizer);\noptimizer.step();"));

    /// <summary>Another norm, part of a model, an optimizer that has no name there: what to write instead is the author's to say.</summary>
    [Theory]
    [InlineData(Sgd + "{|PMZ0045:nn.utils.clip_grad_norm_(model.parameters(), 1.0, double.PositiveInfinity)|};\noptimizer.step();")]
    [InlineData(Sgd + "{|PMZ0045:nn.utils.clip_grad_norm_(model.parameters().Skip(1), 1.0)|};\noptimizer.step();")]
    [InlineData(Sgd + "var all = model.parameters();\n{|PMZ0045:nn.utils.clip_grad_norm_(all, 1.0)|};\noptimizer.step();")]
    [InlineData(
        "{|PMZ0045:nn.utils.clip_grad_norm_(model.parameters(), 1.0)|};\n{\n    using var later = model.SGD(0.1);\n    later.step();\n}")]
    [InlineData("{|PMZ0045:nn.utils.clip_grad_norm_(model.parameters(), 1.0)|};\nMake(model).step();")]
    [InlineData("{|PMZ0045:nn.utils.clip_grad_norm_(model.parameters(), 1.0)|};\nmodel.ASGD().step();")]
    [InlineData(
        "optim.Optimizer either = few ? model.SGD(0.1) : model.Adam();\n"
            + "{|PMZ0045:nn.utils.clip_grad_norm_(model.parameters().Concat(model.parameters()), 1.0)|};\neither.step();")]
    [InlineData("{|PMZ0045:Clip(model, model.SGD(0.1))|};")]
    [InlineData("{|PMZ0045:new Trainer(model, model.SGD(0.1))|};")]
    public Task Without_a_fix(string statements) => Subject.Fix<ClipByRateFix>().VerifyNoFix(Training(statements));

    [Theory]
    [InlineData("nn.utils.clip_grad_norm_(model.parameters(), 1.0);")]
    [InlineData(Sgd + "nn.utils.clip_grad_value_(model.parameters(), 1.0);\noptimizer.step();")]
    [InlineData(Sgd + "nn.utils.clip_grad_norm_(Linear(8, 8).parameters(), 1.0);\noptimizer.step();")]
    [InlineData(
        "using var optimizer = model.Adam();\nusing var plain = optim.SGD(Linear(8, 8).parameters(), 0.1);\n"
            + "nn.utils.clip_grad_norm_(model.parameters(), 1.0);\noptimizer.step();\nplain.step();")]
    [InlineData(
        "using var plain = optim.SGD(Linear(8, 8).parameters(), 0.1);\nnn.utils.clip_grad_norm_(model.parameters(), 1.0);\n"
            + "plain.step();\nother.step();")]
    [InlineData(
        "using var one = model.SGD(0.1);\nusing var two = new Mlp(64).Adam();\nnn.utils.clip_grad_norm_(model.parameters(), 1.0);\n"
            + "one.step();\ntwo.step();")]
    [InlineData("nn.utils.clip_grad_norm_(model.parameters(), 1.0);\nother.step();")]
    [InlineData("Clip(model, model.AdamW());\nClip(Linear(8, 8), optim.SGD(Linear(8, 8).parameters(), 0.1));")]
    public Task Silent(string statements) => Subject.Analyzers.Verify(Training(statements));

    [Fact]
    public Task A_baseline_is_meant_to() => Subject.Analyzers.Verify(
        Training(Sgd + "nn.utils.clip_grad_norm_(model.parameters(), 1.0);\noptimizer.step();", "Parameterize(Baseline = true)"));

    [Fact]
    public Task An_optimizer_in_a_member_and_one_that_is_handed_over_are_seen() => Subject.Fix<ClipByRateFix>().VerifyFixAll(
        Held(
            "{|PMZ0045:nn.utils.clip_grad_norm_(_model.parameters(), 1.0)|}",
            "{|PMZ0045:nn.utils.clip_grad_norm_(model.parameters(), 1.0)|}"),
        Held("_model.ClipGradNorm(1.0, _optimizer)", "model.ClipGradNorm(1.0, sgd)"));

    [Fact]
    public Task A_method_of_the_model_itself() => Subject.Fix<ClipByRateFix>().Verify(
        Own("{|PMZ0045:nn.utils.clip_grad_norm_(parameters(), 1.0)|}"), Own("ClipGradNorm(1.0, sgd)"));

    private static string Own(string clip) => Source.Initialized(members: $$"""
        private readonly Linear _mix;

        public void Step(SGD sgd)
        {
            {{clip}};
            sgd.step();
        }
        """);

    private static string Held(string own, string handed) => Source.Initialized(more: $$"""
        public sealed class Loop
        {
            private readonly Mlp _model = new(64);
            private readonly optim.Optimizer _optimizer;

            public Loop() => _optimizer = _model.SGD(0.1);

            public void Step()
            {
                {{own}};
                _optimizer.step();
            }

            public static void Step(Mlp model, SGD sgd)
            {
                {{handed}};
                sgd.step();
            }
        }
        """);

    private static string Training(string statements, string attribute = "Parameterize(BaseWidth = 64)") =>
        "using System.Linq;\n" + Source.Initialized(
            attribute: attribute,
            more: """
            public static class Training
            {
                public static void Run(Mlp model, Tensor loss, optim.Optimizer other, bool few)
                {
                    
            """.TrimEnd(' ') + "        " + statements.Replace("\n", "\n        ", StringComparison.Ordinal) + """

                }

                private static optim.Optimizer Make(Mlp model) => model.SGD(0.1);

                private static void Clip(nn.Module any, optim.Optimizer optimizer)
                {
                    nn.utils.clip_grad_norm_(any.parameters(), 1.0);
                    optimizer.step();
                }
            }

            public sealed class Trainer
            {
                public Trainer(nn.Module model, optim.Optimizer optimizer)
                {
                    nn.utils.clip_grad_norm_(model.parameters(), 1.0);
                    optimizer.step();
                }
            }
            """);
}
