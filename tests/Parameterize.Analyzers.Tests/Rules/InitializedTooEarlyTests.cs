using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class InitializedTooEarlyTests : RuleTests
{
    public override string Id => "PMZ0014";

    public override string Hit => Source.Model(build: "InitializeParameters();\n{|PMZ0014:_mix = Linear(width, width)|};");

    public override string Message =>
        "'_mix' is assigned or added to after InitializeParameters has run, so what it gets would be neither registered nor scaled; call "
            + "InitializeParameters last";

    public override string NearMiss => Source.Model(
        members: "private readonly Linear _mix;\nprivate readonly long _width;",
        build: "_mix = Linear(width, width);\nInitializeParameters();\n_width = width;");

    [Fact]
    public Task The_fix_moves_the_call_with_its_comment() => Subject.Fix<MoveInitializationFix>().Verify(
        Source.Model(build: "InitializeParameters(); // generated\n{|PMZ0014:_mix = Linear(width, width)|};"),
        Source.Model(build: "_mix = Linear(width, width);\nInitializeParameters(); // generated"));

    [Fact]
    public Task The_fix_moves_it_before_a_last_return() => Subject.Fix<MoveInitializationFix>().Verify(
        Source.Model(build: "InitializeParameters(); // generated\n{|PMZ0014:_mix = Linear(width, width)|};\nreturn;"),
        Source.Model(build: "_mix = Linear(width, width);\nInitializeParameters(); // generated\nreturn;"));

    [Fact]
    public Task The_fix_moves_it_once_behind_all() => Subject.Fix<MoveInitializationFix>().VerifyFixAll(
        Source.Model(
            members: "private readonly Linear _a;\nprivate readonly Linear _b;",
            build: "InitializeParameters();\n{|PMZ0014:_a = Linear(8, width)|};\n{|PMZ0014:_b = Linear(width, 8)|};"),
        Source.Initialized(
            members: "private readonly Linear _a;\nprivate readonly Linear _b;", build: "_a = Linear(8, width);\n_b = Linear(width, 8);"));

    [Fact]
    public Task A_call_inside_another_statement_has_no_fix() => Subject.Fix<MoveInitializationFix>().VerifyNoFix(
        Source.Model(
            build: "if (width > 8)\n{\n    InitializeParameters();\n}\n\n{|PMZ0014:_mix = Linear(width, width)|};",
            constructor: "{|PMZ0012:Mlp|}([Width] long width)"));

    [Theory]
    [InlineData("{|PMZ0014:_layers.append(Linear(width, width))|};")]
    [InlineData("{|PMZ0014:_list.Add(Linear(width, width))|};")]
    [InlineData("{|PMZ0014:_array[0] = Linear(width, width)|};")]
    [InlineData("{|PMZ0014:_net.append(Linear(width, width))|};")]
    [InlineData("{|PMZ0014:_norm = big ? LayerNorm(8) : LayerNorm(9)|};")]
    [InlineData("for (var i = 0; i < 2; i++)\n    {|PMZ0014:_list.Add(Linear(width, width))|};")]
    public Task What_is_put_into_a_list_counts(string late) => Subject.Analyzers.Verify(Source.Model(
        members: "private readonly ModuleList<Linear> _layers = new();\nprivate readonly List<Linear> _list = new();\n"
            + "private readonly Linear[] _array;\nprivate readonly Sequential _net;\nprivate readonly LayerNorm _norm = LayerNorm(8);",
        build: "_array = new[] { Linear(width, width) };\n_layers.append(Linear(width, width));\n_list.Add(Linear(width, width));\n"
            + "_net = Sequential(Linear(width, width));\n"
            + "InitializeParameters();\n" + late,
        constructor: "Mlp([Width] long width, bool big)"));

    [Theory]
    [InlineData(
        "if (!big)\n{\n    _mix = Linear(8, width);\n    InitializeParameters();\n    return;\n}\n\n_mix = Linear(8, width);\n"
            + "InitializeParameters();")]
    [InlineData("_mix = Linear(8, width);\nInitializeParameters();\n_names.Add(\"mix\");")]
    public Task What_comes_before_on_its_own_path_is_fine(string build) => Subject.Analyzers.Verify(Source.Model(
        members: "private readonly Linear _mix;\nprivate readonly Linear _head;\nprivate readonly List<string> _names = new();",
        build: "_head = Linear(width, 10);\n" + build, constructor: "Mlp([Width] long width, bool big)"));
}
