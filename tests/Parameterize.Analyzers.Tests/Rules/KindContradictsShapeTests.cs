using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class KindContradictsShapeTests : RuleTests
{
    public override string Id => "PMZ0009";

    public override string Hit => Source.Model(members: "[Output] private readonly Linear {|PMZ0009:_mix|};");

    public override string Message => "'_mix' is declared [Output], but its fan-out grows like n: by its shape it is [Hidden]";

    public override string NearMiss =>
        Source.Initialized(members: "[Output] private readonly Linear _mix;", build: "_mix = Linear(width, 10);");

    [Theory]
    [InlineData("Hidden", "Linear(32, width)", "its fan-in does not grow with width", "[Input]")]
    [InlineData("Hidden", "Linear(4 * width, 10)", "its fan-out does not grow with width", "[Output]")]
    [InlineData("Input", "Linear(width, width)", "its fan-in grows like n", "[Hidden]")]
    [InlineData("Input", "Linear(32, 10)", "its fan-out does not grow with width", "finite, that is [Unscaled]")]
    public Task The_message_says_what_the_shape_says(string kind, string factory, string wrong, string actual) => Subject.Analyzers.Verify(
        Source.Model(members: $"[{kind}] private readonly Linear {{|PMZ0009:_mix|}};", build: $"_mix = {factory};"),
        new ExpectedDiagnostic(Id, $"'_mix' is declared [{kind}], but {wrong}: by its shape it is {actual}"));

    [Theory]
    [InlineData(
        "_list.Add(Linear(32, width));\n_list.Add(Linear(width, width));", "the fan-in does not grow with width in 'Linear(32, width)'")]
    [InlineData(
        "for (var i = 0; i < System.Environment.ProcessorCount; i++)\n{\n    _list.Add(Linear(i == 0 ? 32 : width, width));\n}",
        "the fan-in does not grow with width in 'Linear(i == 0 ? 32 : width, width)'")]
    public Task In_a_list_it_is_said_of_each_layer(string build, string wrong) => Subject.Analyzers.Verify(
        Source.Model(members: "[Hidden] private readonly ModuleList<Linear> {|PMZ0009:_list|} = new();", build: build),
        new ExpectedDiagnostic(
            Id,
            $"'_list' is declared [Hidden], but {wrong}: by its shape it is of several kinds; leave the attribute out, so that each "
                + $"place has its own kind, or give each kind a member of its own"));

    [Theory]
    [InlineData("[Output]", "[Hidden]", "Linear(width, width)")]
    [InlineData("[Output(LearningRate = 2)]", "[Hidden(LearningRate = 2)]", "Linear(width, width)")]
    [InlineData("[Hidden]", "[Input]", "Linear(32, width)")]
    [InlineData("[HiddenAttribute]", "[Output]", "Linear(width, 10)")]
    [InlineData("[global::Parameterize.Hidden]", "[Output]", "Linear(width, 10)")]
    [InlineData("[Hidden(LearningRate = 2)]", "[Unscaled]", "Linear(32, 10)")]
    [InlineData("[Hidden(LearningRate = 2 /* tuned */)]", "[Input(LearningRate = 2 /* tuned */)]", "Linear(32, width)")]
    [InlineData("[Hidden /* why */ (LearningRate = 2)]", "[Unscaled /* why */]", "Linear(32, 10)")]
    public Task The_fix_changes_the_attribute(string before, string after, string factory) => Subject.Fix<ChangeKindFix>().Verify(
        Source.Model(members: $"{before} private readonly Linear {{|PMZ0009:_mix|}};", build: $"_mix = {factory};"),
        Source.Model(
            members: $"{after} private readonly Linear _mix;", build: $"_mix = {factory};",
            constructor: "{|PMZ0012:Mlp|}([Width] long width)"));

    [Theory]
    [InlineData("[Output(TiedTo = nameof(_words), LearningRate = 2)]", "[Input(LearningRate = 2)]")]
    [InlineData("[Output(TiedTo = nameof(_words))]", "[Input]")]
    public Task A_constant_that_the_other_attribute_does_not_have_goes(string before, string after) => Subject.Fix<ChangeKindFix>().Verify(
        Tied(before, "{|PMZ0009:_readout|}", "Mlp"), Tied(after, "_readout", "{|PMZ0012:Mlp|}"));

    private static string Tied(string attribute, string name, string constructor) => Source.Model(
        members: $"[Input(InitStd = 0.02)] private readonly Embedding _words;\n{attribute} private readonly Linear {name};",
        build: "_words = Embedding(9, width);\n_readout = Linear(9, width);",
        constructor: constructor + "([Width] long width)");

    [Fact]
    public Task A_norm_becomes_an_input() => Subject.Fix<ChangeKindFix>().Verify(
        Source.Model(members: "[Hidden] private readonly LayerNorm {|PMZ0009:_norm|};", build: "_norm = LayerNorm(width);"),
        Source.Model(
            members: "[Input] private readonly LayerNorm _norm;", build: "_norm = LayerNorm(width);",
            constructor: "{|PMZ0012:Mlp|}([Width] long width)"));

    [Fact]
    public Task Where_one_dimension_is_unknown_there_is_no_fix() => Subject.Fix<ChangeKindFix>().VerifyNoFix(
        Source.Model(
            members: "[Output] private readonly Linear {|PMZ0009:_mix|};",
            build: "_mix = Linear(width + System.Environment.ProcessorCount, width);"));

    [Fact]
    public Task All_are_fixed_at_once() => Subject.Fix<ChangeKindFix>().VerifyFixAll(
        Source.Model(
            members: "[Hidden] private readonly Linear {|PMZ0009:_a|};\n[Hidden] private readonly Linear {|PMZ0009:_b|};",
            build: "_a = Linear(9, width);\n_b = Linear(width, 9);"),
        Source.Model(
            members: "[Input] private readonly Linear _a;\n[Output] private readonly Linear _b;",
            build: "_a = Linear(9, width);\n_b = Linear(width, 9);",
            constructor: "{|PMZ0012:Mlp|}([Width] long width)"));
}
