using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class UnclassifiedTests : RuleTests
{
    public override string Id => "PMZ0008";

    public override string Hit => Source.Model(
        members: "private readonly Parameter {|PMZ0008:_scale|};", build: "_scale = new Parameter(ones(width));");

    public override string Message => "How '_scale' scales is neither declared nor can it be read off the constructor "
        + "(a bare parameter's shape does not say which axis is the fan-in); mark it [Input], [Hidden], [Output] or [Unscaled]";

    public override string NearMiss => Source.Initialized(
        members: "private readonly Linear _mix;\n[Input] private readonly Parameter _scale;",
        build: "_mix = Linear(width, width);\n_scale = new Parameter(ones(width));");

    [Theory]
    [InlineData("{|PMZ0008:_mix|}", "_mix = Torch.Find();", "no call of Linear(...) was found there")]
    [InlineData(
        "_mix", "_mix = Linear({|PMZ0008:width + System.Environment.ProcessorCount|}, width);",
        "'width + System.Environment.ProcessorCount' adds numbers that do not grow alike, so that it is no multiple of a width; give it "
            + "as a product of widths and constants; or say what it is at base widths, as in [Hidden(BaseFanIn = 172)]")]
    [InlineData(
        "{|PMZ0008:_mix|}", "_mix = System.Environment.Is64BitProcess ? Linear(width, 8) : Linear(width, width);",
        "its fan-out does not grow with width in 'Linear(width, 8)' and grows like n in 'Linear(width, width)', either of which it may be")]
    [InlineData(
        "_mix", "_mix = {|PMZ0008:width > 9|} ? Linear(width, 8) : Linear(width, width);",
        "'width > 9' depends on a width and decides which size it is; give it one size that grows alike at all widths")]
    public Task The_message_says_why(string member, string build, string reason) => Subject.Analyzers.Verify(
        Source.Model(
            members: $"private readonly Linear {member};", build: build,
            more: "public abstract class Torch\n{\n    public static Linear Find() => null!;\n}"),
        new ExpectedDiagnostic(Id, $"How '_mix' scales is neither declared nor can it be read off the constructor ({reason})"
            + (member == "_mix" ? "" : "; mark it [Input], [Hidden], [Output] or [Unscaled]")));

    [Fact]
    public Task At_an_expression_the_fix_offers_only_that_it_has_no_width() => Subject.Fix<ClassifyFix>().Verify(
        Source.Model(
            members: "private readonly Linear _mix;",
            build: "_mix = Linear({|PMZ0008:width + System.Environment.ProcessorCount|}, width);"),
        Source.Model(
            members: "[Unscaled] private readonly Linear _mix;",
            build: "_mix = Linear(width + System.Environment.ProcessorCount, width);",
            constructor: "{|PMZ0012:Mlp|}([Width] long width)"));

    [Theory]
    [InlineData("Input")]
    [InlineData("Hidden")]
    [InlineData("Output")]
    [InlineData("Unscaled")]
    public Task The_fix_offers_each_kind(string kind) => Subject.Fix<ClassifyFix>().Verify(
        Source.Model(members: "private readonly Parameter {|PMZ0008:_scale|};", build: "_scale = new Parameter(ones(width));"),
        Source.Model(
            members: $"[{kind}] private readonly Parameter _scale;",
            build: "_scale = new Parameter(ones(width));",
            constructor: "{|PMZ0012:Mlp|}([Width] long width)"),
        equivalenceKey: $"PMZ0008:{kind}");

    [Fact]
    public Task All_members_can_get_one_kind() => Subject.Fix<ClassifyFix>().VerifyFixAll(
        Source.Model(
            members: "private readonly Parameter {|PMZ0008:_gain|};\n/// <summary>Documented.</summary>\n"
                + "public Parameter {|PMZ0008:Shift|} { get; }",
            build: "_gain = new Parameter(ones(width));\nShift = new Parameter(ones(width));"),
        Source.Model(
            members: "[Input] private readonly Parameter _gain;\n/// <summary>Documented.</summary>\n"
                + "[Input] public Parameter Shift { get; }",
            build: "_gain = new Parameter(ones(width));\nShift = new Parameter(ones(width));",
            constructor: "{|PMZ0012:Mlp|}([Width] long width)"),
        equivalenceKey: "PMZ0008:Input");

    [Fact]
    public Task Where_no_using_brings_the_attribute_it_is_qualified() => Subject.Fix<ClassifyFix>().Verify(
        Qualified("private readonly Parameter {|PMZ0008:_scale|};", "Mlp"),
        Qualified("[global::Parameterize.Hidden] private readonly Parameter _scale;", "{|PMZ0012:Mlp|}"),
        equivalenceKey: "PMZ0008:Hidden");

    [Fact]
    public Task One_declaration_of_two_members_has_no_fix() => Subject.Fix<ClassifyFix>().VerifyNoFix(Source.Model(
        members: "private readonly Parameter {|PMZ0008:_a|}, {|PMZ0008:_b|};",
        build: "_a = new Parameter(ones(width));\n_b = new Parameter(ones(width));"));

    private static string Qualified(string member, string constructor) => $$"""
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        [global::Parameterize.Parameterize(BaseWidth = 64)]
        public sealed partial class Mlp : Module<Tensor, Tensor>
        {
            {{member}}

            public {{constructor}}([global::Parameterize.Width] long width) : base("Mlp") => _scale = new Parameter(ones(width));

            public override Tensor forward(Tensor x) => x;
        }
        """;
}
