namespace Parameterize.Analyzers.Tests.Rules;

public sealed class AmbiguousWidthTests : RuleTests
{
    private const string Two = "Mlp([Width] long width, [Width(Base = 16)] long inner)";
    private const string Unseen = "\n\nprotected virtual long Inner(long size) => 4 * size;";
    private const string Spare = "Mlp([Width] long width, [Width(Base = 16)] long inner, long spare)";

    public override string Id => "PMZ0011";

    public override string Hit => Source.Model(
        members: "[Hidden] private readonly Linear _mix;", build: "_mix = Linear({|PMZ0011:System.Math.Max(width, spare)|}, inner);",
        constructor: Spare);

    public override string Message => "'_mix' is declared [Hidden], which does not say with which width it grows: "
        + "'System.Math.Max(width, spare)' is one number at some widths and another at others; choose one of them; "
        + "or say what it is at base widths, as in [Hidden(BaseFanIn = 172)]";

    public override string NearMiss => Source.Initialized(
        members: "[Hidden] private readonly Linear _mix;\nprivate readonly Linear _in;",
        build: "_mix = Linear(width, inner);\n_in = Linear(8, width);",
        constructor: Two);

    [Theory]
    [InlineData("Hidden", "width, {|PMZ0011:Inner(width)|}")]
    [InlineData("Output", "{|PMZ0011:Inner(width)|}, 8")]
    [InlineData("Hidden", "width, {|PMZ0011:width > 8 ? 16 : width|}")]
    public Task With_one_width_too_it_may_grow_otherwise(string kind, string sizes) => Subject.Analyzers.Verify(Source.Model(
        header: "partial class Mlp", members: $"[{kind}] private readonly Linear _mix;\nprivate readonly Linear _in;" + Unseen,
        build: $"_in = Linear(8, width);\n_mix = Linear({sizes});"));

    [Fact]
    public Task One_that_is_built_elsewhere_is_what_its_attribute_says() => Subject.Analyzers.Verify(Source.Initialized(
        members: "[Hidden] private readonly Linear _mix;\nprivate readonly Linear _in;",
        build: "_in = Linear(8, width);\n_mix = mix;",
        constructor: "Mlp([Width] long width, Linear mix)"));
}
