using Parameterize.Generators.Analyzers;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class FlatScheduleTests : RuleTests
{
    // Schedulers that the torch of this repository does not have, with TorchSharp's signatures; the analyzer goes by names.
    private const string Cycles = """
        using System.Collections.Generic;
        using Parameterize;
        using TorchSharp;
        using static TorchSharp.torch.optim;

        [Parameterize]
        public class Mlp { public Optimizer AdamW(double lr) => new(); }

        public static class Training
        {
            public static void Run(Mlp model)
            {
                var optimizer = model.AdamW(lr: 1e-3);
                {|PMZ0023:lr_scheduler.OneCycleLR(optimizer, 0.1)|};
                {|PMZ0023:lr_scheduler.CyclicLR(model.AdamW(lr: 1), base_lr: 0.01, max_lr: 0.1)|};
                lr_scheduler.OneCycleLR(optimizer, new[] { 0.1, 0.2 });
                lr_scheduler.OneCycleLR(new Optimizer(), 0.1);
            }
        }

        namespace TorchSharp
        {
            public static class torch
            {
                public static class optim
                {
                    public class Optimizer { }

                    public static class lr_scheduler
                    {
                        public static void OneCycleLR(Optimizer optimizer, double max_lr, int total_steps = -1) { }
                        public static void OneCycleLR(Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1) { }
                        public static void CyclicLR(Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000) { }
                    }
                }
            }
        }
        """;

    public override string Id => "PMZ0023";

    public override string Hit => Training("{|PMZ0023:optim.lr_scheduler.CosineAnnealingLR(optimizer, 100, eta_min: 1e-5)|};");

    public override string Message =>
        "CosineAnnealingLR with one eta_min gives every tensor of 'Mlp' the same rate, which undoes the parametrization; "
            + "use a schedule that multiplies the rate of each group, such as LambdaLR, LinearLR or CosineAnnealingLR without eta_min";

    public override string NearMiss => Training("""
        optim.lr_scheduler.CosineAnnealingLR(optimizer, 100, eta_min: 0);
        optim.lr_scheduler.LinearLR(optimizer, 0.1, 1, 50);
        optim.lr_scheduler.CosineAnnealingLR(optim.AdamW(Linear(8, 8).parameters()), 100, eta_min: 1e-5);
        foreach (var group in optimizer.ParamGroups)
            group.LearningRate = 0.5 * group.InitialLearningRate;
        """);

    [Fact]
    public Task A_baseline_has_one_rate_anyway() => Subject.Analyzers.Verify(
        Training("optim.lr_scheduler.CosineAnnealingLR(optimizer, 100, eta_min: 1e-5);", "Parameterize(Baseline = true)"));

    [Fact]
    public Task A_floor_that_is_no_constant_counts() => Subject.Analyzers.Verify(
        Training("var floor = width * 1e-7;\n{|PMZ0023:optim.lr_scheduler.CosineAnnealingLR(model.SGD(0.1), 100, floor)|};"));

    [Fact]
    public Task A_schedule_by_hand_counts() => Subject.Analyzers.Verify(
        Training("foreach (var group in optimizer.ParamGroups)\n    {|PMZ0023:group.LearningRate = 1e-4 * width|};"),
        new ExpectedDiagnostic(Id, "This assignment gives every tensor of 'Mlp' the same rate, which undoes the parametrization; "
            + "multiply the InitialLearningRate of the group instead"));

    [Theory]
    [InlineData("for (var i = 0; i < 2; i++)\n    {|PMZ0023:optimizer.ParamGroups.ElementAt(i).LearningRate = 1e-4|};")]
    [InlineData("optimizer.ParamGroups.ToList().ForEach(group => {|PMZ0023:group.LearningRate = 1e-4|});")]
    [InlineData(
        "var groups = optimizer.ParamGroups.ToList();\nfor (var i = 0; i < groups.Count; i++)\n"
            + "    {|PMZ0023:groups[i].LearningRate = width * 1e-4|};")]
    [InlineData("foreach (var group in optimizer.ParamGroups)\n{\n    var rate = 1e-4;\n    {|PMZ0023:group.LearningRate = rate|};\n}")]
    [InlineData("foreach (var group in optimizer.ParamGroups)\n    if (width > 64)\n        {|PMZ0023:group.LearningRate = 1e-4|};")]
    [InlineData("{|PMZ0023:optimizer.ParamGroups.First().LearningRate = 1e-4|};")]
    [InlineData("var first = optimizer.ParamGroups.ToList()[0];\n{|PMZ0023:first.LearningRate = 1e-4|};")]
    [InlineData(
        "System.Action<double> set = rate =>\n{\n    foreach (var group in optimizer.ParamGroups)\n"
            + "        {|PMZ0023:group.LearningRate = rate|};\n};\nset(1e-4);")]
    [InlineData(
        "System.Action<optim.Optimizer> set = any =>\n{\n    foreach (var group in any.ParamGroups)\n"
            + "        {|PMZ0023:group.LearningRate = 1e-4|};\n};\nset(optimizer);")]
    [InlineData("{|PMZ0023:SetRate(optimizer, 1e-4)|};")]
    [InlineData("var same = few ? optimizer : null;\n{|PMZ0023:SetRateLater(same, 1e-4)|};")]
    [InlineData("{|PMZ0023:Schedule(optimizer)|};")]
    [InlineData("{|PMZ0023:new Warmup(optimizer)|};")]
    [InlineData("var made = Make(model);\n{|PMZ0023:optim.lr_scheduler.OneCycleLR(made, 1e-2, 100)|};")]
    public Task Rates_set_by_hand_and_by_helpers_count(string statements) => Subject.Analyzers.Verify(Training(statements));

    [Theory]
    [InlineData(
        "foreach (var group in optimizer.ParamGroups)\n{\n    var rate = 0.5 * group.InitialLearningRate;\n"
            + "    group.LearningRate = rate;\n}")]
    [InlineData(
        "var rates = new[] { 1e-3, 1e-4 };\nvar i = 0;\nforeach (var group in optimizer.ParamGroups)\n"
            + "    group.LearningRate = rates[i++];")]
    [InlineData(
        "var rates = new Queue<double>();\nforeach (var group in optimizer.ParamGroups)\n    group.LearningRate = rates.Dequeue();")]
    [InlineData(
        "foreach (var group in optimizer.ParamGroups)\n    if (group == optimizer.ParamGroups.First())\n"
            + "        group.LearningRate = 1e-4;")]
    [InlineData("foreach (var group in optimizer.ParamGroups)\n    group.LearningRate *= 0.5;")]
    [InlineData("SetRate(optim.SGD(Linear(8, 8).parameters(), 0.1), 1e-4);")]
    [InlineData("Scale(optimizer, 0.5);")]
    [InlineData("optimizer.ParamGroups.First(group => group.LearningRate > 1).LearningRate = 1e-4;")]
    [InlineData("var groups = optimizer.ParamGroups.ToList();\ngroups[0].LearningRate = 1e-3;\ngroups[1].LearningRate = 1e-4;")]
    [InlineData("optim.SGD(Linear(8, 8).parameters(), 0.1).ParamGroups.First().LearningRate = 1e-4;")]
    public Task Rates_of_their_own_and_other_optimizers_do_not(string statements) => Subject.Analyzers.Verify(Training(statements));

    [Fact]
    public Task One_group_alone_is_named() => Subject.Analyzers.Verify(
        Training("{|PMZ0023:optimizer.ParamGroups.First().LearningRate = 1e-4|};"),
        new ExpectedDiagnostic(Id, "This assignment gives one group of 'Mlp' a rate of its own, which undoes the parametrization; "
            + "do so for each group, and multiply the InitialLearningRate of the group instead"));

    [Fact]
    public Task A_helper_is_named() => Subject.Analyzers.Verify(
        Training("{|PMZ0023:SetRate(optimizer, 1e-4)|};"),
        new ExpectedDiagnostic(Id, "This call of 'SetRate' gives every tensor of 'Mlp' the same rate, which undoes the parametrization; "
            + "multiply the InitialLearningRate of the group instead"));

    [Theory]
    [InlineData("private readonly optim.Optimizer _optimizer = model.AdamW(1e-3);", "")]
    [InlineData("private optim.Optimizer _optimizer;", "_optimizer = model.AdamW(1e-3);")]
    [InlineData("private optim.Optimizer _optimizer { get; set; }", "var made = model.AdamW(1e-3);\n        this._optimizer = made;")]
    [InlineData("private optim.Optimizer _optimizer { get; } = model.AdamW(1e-3);", "")]
    public Task An_optimizer_in_a_member_counts(string member, string build) =>
        Subject.Analyzers.Verify(
            Trainer(member, build, "{|PMZ0023:optim.lr_scheduler.CosineAnnealingLR(_optimizer, 100, eta_min: 1e-5)|}"));

    [Theory]
    [InlineData("private optim.Optimizer _optimizer;", "_optimizer = optim.AdamW(Linear(8, 8).parameters());")]
    [InlineData("private optim.Optimizer _optimizer; private optim.Optimizer _other;", "_optimizer = _other; _other = _optimizer;")]
    public Task An_optimizer_from_elsewhere_in_a_member_does_not(string member, string build) =>
        Subject.Analyzers.Verify(Trainer(member, build, "optim.lr_scheduler.CosineAnnealingLR(_optimizer, 100, eta_min: 1e-5)"));

    [Fact]
    public Task Cycles_with_one_peak_count() => new AnalyzerTest(() => new ScheduleAnalyzer())
    {
        Setup = Subject.Setup with { References = [.. ReferenceAssemblies.Framework, Subject.Package] },
    }.Verify(Cycles);

    private static string Trainer(string member, string build, string schedule) => Source.Initialized(more: $$"""
        public sealed class Trainer(Mlp model)
        {
            {{member}}

            public void Run()
            {
                {{build}}
                {{schedule}};
            }
        }
        """);

    private static string Training(string statements, string attribute = "Parameterize(BaseWidth = 64)") => Source.Initialized(
        attribute: attribute,
        more: $$"""
            public static class Training
            {
                public static void Run(Mlp model, long width, bool few = false)
                {
                    using var optimizer = model.AdamW(lr: 1e-3);
                    {{statements.Replace("\n", "\n        ", StringComparison.Ordinal)}}
                }

                private static optim.Optimizer Make(Mlp model) => model.AdamW(1e-3);

                private static void SetRate(optim.Optimizer any, double rate)
                {
                    foreach (var group in any.ParamGroups)
                        group.LearningRate = rate;
                }

                private static void SetRateLater(optim.Optimizer any, double rate) => SetRate(any, rate);

                private static void Scale(optim.Optimizer any, double factor)
                {
                    foreach (var group in any.ParamGroups)
                        group.LearningRate = factor * group.InitialLearningRate;
                }

                private static optim.lr_scheduler.LRScheduler Schedule(optim.Optimizer any) => optim.lr_scheduler.CosineAnnealingLR(any, 100, eta_min: 1e-5);
            }

            public sealed class Warmup(optim.Optimizer any)
            {
                public optim.lr_scheduler.LRScheduler Schedule { get; } = optim.lr_scheduler.OneCycleLR(any, 1e-2, 100);
            }
            """)
                .Replace(
                    "using System.Collections.Generic;", "using System.Collections.Generic;\nusing System.Linq;", StringComparison.Ordinal);
}
