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

    public override string NearMiss =>
        Training("using var optimizer = model.AdamW(lr: 1e-3);\nusing var plain = optim.AdamW(Linear(8, 8).parameters());");

    [Fact]
    public Task A_baseline_is_meant_to() => Subject.Analyzers.Verify(
        Training("using var optimizer = optim.AdamW(model.parameters(), lr: 1e-3);", "Parameterize(Baseline = true)"));

    [Fact]
    public Task One_that_takes_no_groups_has_no_factory() => new AnalyzerTest(() => new OptimizerAnalyzer())
    {
        Setup = Subject.Setup with { References = [.. ReferenceAssemblies.Framework, Subject.Package] },
    }.Verify(
        Ungrouped, new ExpectedDiagnostic(Id, "This optimizer gives every tensor of 'Mlp' the same rate, which undoes the parametrization; "
            + "use one of the model's generated factories, since LBFGS takes no groups and has one step size for all tensors, or "
            + "ParameterGroups for one "
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
        Training(
            "using var a = {|PMZ0016:optim.AdamW(model.parameters())|};\nusing var b = {|PMZ0016:optim.SGD(model.parameters(), 0.1)|};"),
        Training("using var a = model.AdamW();\nusing var b = model.SGD(0.1);"));

    [Fact]
    public Task A_model_that_makes_its_own_optimizer() => Subject.Fix<UseFactoryFix>().Verify(
        Source.Initialized(
            members: "private readonly Linear _mix;\n\npublic optim.Optimizer Make() => {|PMZ0016:optim.AdamW(parameters(), 1e-3)|};"),
        Source.Initialized(members: "private readonly Linear _mix;\n\npublic optim.Optimizer Make() => AdamW(1e-3);"));

    [Theory]
    [InlineData("{|PMZ0016:optim.AdamW(model.parameters().Concat(other.parameters()), 1e-3)|};")]
    [InlineData("{|PMZ0016:optim.AdamW(model.parameters().Skip(2), 1e-3)|};")]
    [InlineData("{|PMZ0016:optim.AdamW(from p in model.parameters() where p.dim() > 1 select p, 1e-3)|};")]
    [InlineData("{|PMZ0016:optim.AdamW(model.named_parameters().Where(p => p.name != \"bias\").Select(p => p.parameter), 1e-3)|};")]
    [InlineData("{|PMZ0016:optim.AdamW([.. model.parameters(), .. other.parameters()], 1e-3)|};")]
    [InlineData("{|PMZ0016:optim.AdamW(new[] { model, other }.SelectMany(one => one.parameters()), 1e-3)|};")]
    [InlineData("var all = new List<Parameter>();\nall.AddRange(model.parameters());\n{|PMZ0016:optim.AdamW(all, 1e-3)|};")]
    [InlineData(
        "var all = new List<Parameter>();\nforeach (var p in model.parameters())\n    all.Add(p);\n{|PMZ0016:optim.AdamW(all, 1e-3)|};")]
    [InlineData(
        "IEnumerable<Parameter> all;\nall = few ? model.parameters().Take(1) : model.parameters();\n{|PMZ0016:optim.AdamW(all, 1e-3)|};")]
    [InlineData(
        "{|PMZ0016:optim.Adam(new[] { new Adam.ParamGroup { Parameters = model.parameters() }, new Adam.ParamGroup { Parameters = "
            + "other.parameters() } })|};")]
    [InlineData("{|PMZ0016:optim.Adam([new Adam.ParamGroup(model.parameters(), 1e-2)])|};")]
    [InlineData(
        "var groups = new List<Adam.ParamGroup>();\ngroups.Add(new() { Parameters = model.parameters() });\n"
            + "{|PMZ0016:optim.Adam(groups, 1e-3)|};")]
    [InlineData("{|PMZ0016:optim.SGD(Sequential((\"a\", new Mlp(64)), (\"b\", Linear(8, 8))).parameters(), 1e-3)|};")]
    [InlineData("Module<Tensor, Tensor> same = new Mlp(64);\n{|PMZ0016:optim.SGD(same.parameters(), 1e-3)|};")]
    [InlineData("{|PMZ0016:optim.SGD(((nn.Module)model).parameters(), 1e-3)|};")]
    [InlineData("{|PMZ0016:optim.SGD(new Pair(model).parameters(), 1e-3)|};")]
    [InlineData("{|PMZ0016:optim.SGD(Decayed(model), 1e-3)|};")]
    [InlineData("{|PMZ0016:Over(model.parameters())|};")]
    [InlineData("{|PMZ0016:OverAll(model)|};")]
    [InlineData("{|PMZ0016:Through(model)|};")]
    [InlineData("{|PMZ0016:new Trainer(model)|};")]
    [InlineData("{|PMZ0016:optim.AdamW(new nn.Module[] { model, Linear(8, 8) }.SelectMany(m => m.parameters()), 1e-3)|};")]
    [InlineData(
        "var all = new List<nn.Module> { Linear(8, 8), model };\n"
            + "{|PMZ0016:optim.AdamW(all.SelectMany(m => m.parameters()).ToList(), 1e-3)|};")]
    [InlineData(
        "var all = new List<Parameter>();\nforeach (var m in new nn.Module[] { Linear(8, 8), model })\n"
            + "    all.AddRange(m.parameters());\n{|PMZ0016:optim.AdamW(all, 1e-3)|};")]
    [InlineData(
        "System.Func<IEnumerable<Parameter>, optim.Optimizer> make = ps => {|PMZ0016:optim.SGD(ps, 1e-3)|};\nmake(model.parameters());")]
    [InlineData("System.Func<nn.Module, optim.Optimizer> make = any => {|PMZ0016:optim.SGD(any.parameters(), 1e-3)|};\nmake(model);")]
    [InlineData(
        "var named = model.named_parameters().ToDictionary(p => p.name, p => p.parameter);\n{|PMZ0016:optim.SGD(named.Values, 1e-3)|};")]
    [InlineData(
        "var named = new Dictionary<string, Parameter>();\nforeach (var (name, p) in model.named_parameters())\n    named[name] = p;\n"
            + "{|PMZ0016:optim.SGD(named.Values.ToList(), 1e-3)|};")]
    [InlineData("{|PMZ0016:optim.SGD(new[] { model.get_parameter(\"_mix.weight\") }, 1e-3)|};")]
    [InlineData(
        "nn.utils.clip_grad_norm_(model.parameters(), 1.0);\n{|PMZ0016:optim.SGD(model.parameters().Take(1), 1e-3)|};\n"
            + "nn.utils.clip_grad_norm_(model.parameters(), 1.0);")]
    public Task Parameters_are_followed(string statements) => Subject.Fix<UseFactoryFix>().VerifyNoFix(Training(statements));

    [Theory]
    [InlineData("{|PMZ0016:optim.AdamW(new[] { _mix.weight }, 1e-3)|}")]
    [InlineData("{|PMZ0016:optim.AdamW([_mix.weight, _mix.bias!, Gain], 1e-3)|}")]
    [InlineData("{|PMZ0016:optim.Adam(new[] { new Adam.ParamGroup { Parameters = new[] { Gain } } }, 1e-3)|}")]
    [InlineData("{|PMZ0016:optim.SGD(Some(), 1e-3)|}")]
    [InlineData("optim.SGD(new[] { _own.weight }, 1e-3)")]
    [InlineData("optim.SGD(new Parameter[] { new(_mix.weight.detach().clone()) }, 1e-3)")]
    public Task Tensors_by_their_names_are_a_model_s_too(string optimizer) => Subject.Fix<UseFactoryFix>().VerifyNoFix(Source.Initialized(
        members: "private readonly Linear _mix;\n[Input] public Parameter Gain { get; }\n"
            + "private static readonly Linear _own = Linear(8, 8);\n\n"
            + $"public optim.Optimizer Make() => {optimizer};\n\nprivate IEnumerable<Parameter> Some()\n{{\n"
            + $"    yield return _mix.weight;\n}}",
        build: "_mix = Linear(width, width);\nGain = new Parameter(ones(width));"));

    [Fact]
    public Task Tensors_of_one_model_are_of_the_model() => Subject.Analyzers.Verify(
        Source.Initialized(
            members: "public Linear First { get; }\npublic Linear Last { get; }",
            build: "First = Linear(8, width);\nLast = Linear(width, 8);",
            forward: "LastForward(FirstForward(x))",
            more: "public static class Training\n{\n"
                + "    public static void Run(Mlp model) => {|PMZ0016:optim.SGD(new[] { model.First.weight, model.Last.weight }, "
                + "1e-3)|};\n}"),
        new ExpectedDiagnostic(Id, "This optimizer gives every tensor of 'Mlp' the same rate, which undoes the parametrization; "
            + "use the generated SGD(...) of the model, or ParameterGroups for one of your own"));

    [Theory]
    [InlineData("System.Console.WriteLine(model.parameters().Count() + model.parameters().Sum(p => p.numel()));")]
    [InlineData("optim.SGD(Linear(8, 8).parameters(), 1.0 / model.parameters().Count());")]
    [InlineData("foreach (var p in model.parameters())\n    p.grad?.zero_();")]
    [InlineData(
        "var shadow = model.parameters().Select(p => p.detach().clone()).ToList();\n"
            + "foreach (var (s, p) in shadow.Zip(model.parameters()))\n    s.mul_(0.9).add_(p, alpha: 0.1);")]
    [InlineData("nn.utils.clip_grad_norm_(model.parameters(), 1.0);")]
    [InlineData("Print(model.parameters());")]
    [InlineData("var all = Linear(8, 8).parameters().ToList();\noptim.SGD(all, 1e-3);\nvar ours = model.parameters();")]
    [InlineData(
        "optim.SGD(model.ParameterGroups(OptimizerFamily.SgdLike).Select(g => new SGD.ParamGroup(g.Parameters, g.LearningRate)), 1e-3);")]
    [InlineData(
        "Module<Tensor, Tensor> either = few ? new Mlp(64) : Linear(8, 8);\n"
            + "var o = either is Mlp one ? (optim.Optimizer)one.SGD(1e-3) : optim.SGD(either.parameters(), 1e-3);")]
    [InlineData("optim.SGD(new Parameter[] { new(model.parameters().First().sum()) }, 1e-3);")]
    [InlineData("Over(Linear(8, 8).parameters());")]
    [InlineData(
        "System.Func<IEnumerable<Parameter>, optim.Optimizer> make = ps => optim.SGD(ps, 1e-3);\nmake(Linear(8, 8).parameters());\n"
            + "Print(model.parameters());")]
    [InlineData(
        "foreach (var m in new nn.Module[] { Linear(8, 8), model })\n    m.train();\n"
            + "optim.SGD(new nn.Module[] { Linear(8, 8) }.SelectMany(m => m.parameters()), 1e-3);")]
    [InlineData(
        "var norms = model.named_parameters().ToDictionary(p => p.name, p => p.parameter.norm());\n"
            + "optim.SGD(Linear(8, 8).parameters(), norms[\"_mix.weight\"].item<float>());")]
    [InlineData("OverAll(Linear(8, 8));")]
    public Task Parameters_for_anything_else_are_nobodys_concern(string statements) => Subject.Analyzers.Verify(Training(statements));

    [Theory]
    [InlineData("{|PMZ0016:optim.AdamW(model.parameters().Where(p => p.requires_grad), 1e-3)|}", "model.AdamW(1e-3)")]
    [InlineData("{|PMZ0016:optim.AdamW(model.named_parameters().Select(p => p.parameter).ToList(), 1e-3)|}", "model.AdamW(1e-3)")]
    [InlineData("{|PMZ0016:optim.Adam(new[] { new Adam.ParamGroup { Parameters = model.parameters() } }, 1e-3)|}", "model.Adam(1e-3)")]
    [InlineData("{|PMZ0016:new Adam(model.parameters(), 1e-3)|}", "model.Adam(1e-3)")]
    public Task The_fix_follows_what_leaves_nothing_out(string before, string after) => Subject.Fix<UseFactoryFix>().Verify(
        Training($"using var optimizer = {before};"), Training($"using var optimizer = {after};"));

    [Fact]
    public Task The_fix_follows_a_local() => Subject.Fix<UseFactoryFix>().Verify(
        Training("var all = model.parameters();\nusing var optimizer = {|PMZ0016:optim.AdamW(all, 1e-3)|};"),
        Training("var all = model.parameters();\nusing var optimizer = model.AdamW(1e-3);"));

    [Fact]
    public Task A_model_that_changes_in_between_is_left() => Subject.Fix<UseFactoryFix>().VerifyNoFix(
        Training("var all = model.parameters();\nmodel = other;\nusing var optimizer = {|PMZ0016:optim.AdamW(all, 1e-3)|};"));

    [Fact]
    public Task Several_models_are_named() => Subject.Analyzers.Verify(
        Training("{|PMZ0016:optim.SGD(model.parameters().Concat(other.parameters()), 1e-3)|};\n{|PMZ0016:Over(model.parameters())|};"),
        new ExpectedDiagnostic(Id, "This optimizer gives every tensor of 'Mlp' the same rate, which undoes the parametrization; "
            + "use the generated SGD(...) of each model, or ParameterGroups for one of your own"),
        new ExpectedDiagnostic(
            Id, "The optimizer that 'Over' builds gives every tensor of 'Mlp' the same rate, which undoes the parametrization; "
                + "use the generated SGD(...) of the model, or ParameterGroups for one of your own"));

    [Theory]
    [InlineData("private readonly Module<Tensor, Tensor> _model = new Mlp(64);", "")]
    [InlineData("private readonly nn.Module _model;\n    public Holder() { _model = new Mlp(64); }", "")]
    [InlineData("private nn.Module _model => new Mlp(64);", "")]
    public Task A_member_of_a_general_type_is_followed(string member, string build) => Subject.Analyzers.Verify(Source.Initialized(
        more: $"public sealed class Holder\n{{\n    {member}\n{build}\n"
            + $"    public void Run() => {{|PMZ0016:optim.AdamW(_model.parameters(), 1e-3)|}};\n}}"));

    private static string Training(string statements, string attribute = "Parameterize(BaseWidth = 64)") => Source.Initialized(
        attribute: attribute,
        more: $$"""
            public sealed class Pair : Module<Tensor, Tensor>
            {
                private readonly Mlp _one;

                public Pair(Mlp one) : base("Pair") => _one = one;

                public override Tensor forward(Tensor x) => _one.call(x);
            }

            public sealed class Trainer(Module<Tensor, Tensor> model)
            {
                public optim.Optimizer Optimizer { get; } = optim.SGD(model.parameters(), 1e-3);
            }

            public static class Training
            {
                public static void Run(Mlp model, Mlp other, bool few)
                {
                    {{statements.Replace("\n", "\n        ", StringComparison.Ordinal)}}
                }

                private static IEnumerable<Parameter> Decayed(Mlp any) => any.parameters().Where(p => p.dim() > 1);

                private static optim.Optimizer Over(IEnumerable<Parameter> all) => optim.SGD(all, 1e-3);

                private static optim.Optimizer OverAll<T>(T any)
                    where T : nn.Module
                {
                    var all = any.parameters().ToList();
                    return optim.SGD(all, 1e-3);
                }

                private static optim.Optimizer Through(nn.Module any) => Over(any.parameters());

                private static void Print(IEnumerable<Parameter> all) => System.Console.WriteLine(all.Count());
            }
            """)
                .Replace(
                    "using System.Collections.Generic;", "using System.Collections.Generic;\nusing System.Linq;", StringComparison.Ordinal);
}
