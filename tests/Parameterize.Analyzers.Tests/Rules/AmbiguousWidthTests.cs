namespace Parameterize.Analyzers.Tests.Rules;

public sealed class AmbiguousWidthTests : RuleTests
{
    private const string Two = "Mlp([Width] long width, [Width(Base = 16)] long inner)";
    private const string Rounded = "\n\nprivate static long Rounded(long size) => size - size % 8;";

    public override string Id => "PMZ0011";

    public override string Hit => Source.Model(
        members: "[Hidden] private readonly Linear _mix;", build: "_mix = Linear({|PMZ0011:System.Math.Max(width, inner)|}, inner);", constructor: Two);

    public override string Message => "'_mix' is declared [Hidden] but its dimensions cannot be read off the constructor, because "
        + "'System.Math.Max(width, inner)' is one number at some widths and another at others; choose one of them, and the class has "
        + "several widths; build it in the constructor from the [Width] parameters";

    public override string NearMiss => Source.Initialized(
        members: "[Hidden] private readonly Linear _mix;\nprivate readonly Linear _in;",
        build: "_mix = Linear(width, inner);\n_in = Linear(8, width);",
        constructor: Two);

    [Fact]
    public Task With_one_width_there_is_no_doubt() => Subject.Analyzers.Verify(Source.Initialized(
        members: "[Hidden] private readonly Linear _mix;\nprivate readonly Linear _in;" + Rounded, build: "_mix = Linear(Rounded(width), Rounded(width));\n_in = Linear(8, width);"));
}
