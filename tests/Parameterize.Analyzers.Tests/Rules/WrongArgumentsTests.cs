using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class WrongArgumentsTests : RuleTests
{
    private const string Dialled = "Mlp([Width] long width, [Gamma] double gamma)";
    private const string Sized = "Mlp([Width] long width, [Depth(Base = 2)] long blocks, [HeadWidth(Base = 16)] long head)";
    private const string Mix = "_mix = Linear(width, width);\n";
    private const string Scaled = "x * AttentionScale * ResidualScale";

    public override string Id => "PMZ0038";

    /// <summary>It compiles, and gamma would be the width.</summary>
    public override string Hit => Source.Model(build: Mix + "InitializeParameters({|PMZ0038:width|});", constructor: Dialled);

    public override string Message =>
        "InitializeParameters of 'Mlp' asks for 'gamma', and 'width' would be taken for 'gamma'; write InitializeParameters(gamma)";

    public override string NearMiss => Source.Model(build: Mix + "InitializeParameters(gamma: width);", constructor: Dialled);

    [Theory]
    [InlineData("gamma")]
    [InlineData("1")] // gamma's default
    [InlineData("2 * gamma")]
    [InlineData("gamma, null")]
    [InlineData("generator: null, gamma: gamma")]
    public Task What_is_asked_for_is_right(string arguments) =>
        Subject.Analyzers.Verify(Source.Model(build: Mix + $"InitializeParameters({arguments});", constructor: Dialled));

    [Theory]
    [InlineData("{|PMZ0038:(double)width|}, null", "gamma, null")]
    [InlineData("{|PMZ0038:2 * width|}", "gamma")]
    [InlineData("{|PMZ0038:_mix.out_features|}, generator: null", "gamma, generator: null")]
    public Task A_whole_number_is_no_dial(string arguments, string right) => Subject.Fix<GiveArgumentsFix>().Verify(
        Source.Model(build: Mix + $"InitializeParameters({arguments});", constructor: Dialled),
        Source.Model(build: Mix + $"InitializeParameters({right});", constructor: Dialled));

    [Fact]
    public Task Sizes_in_the_wrong_order_are_found() => Subject.Fix<GiveArgumentsFix>().Verify(
        Source.Model(build: Mix + "InitializeParameters({|PMZ0038:blocks|}, head);", constructor: Sized, forward: Scaled),
        Source.Model(build: Mix + "InitializeParameters(head, blocks);", constructor: Sized, forward: Scaled));

    [Fact]
    public Task A_dial_in_a_sizes_place_is_found() => Subject.Fix<GiveArgumentsFix>().Verify(
        Source.Model(
            build: Mix + "InitializeParameters({|PMZ0038:(long)r|}, blocks);",
            constructor: "Mlp([Width] long width, [Depth(Base = 2)] long blocks, [Richness] double r)", forward: "x * ResidualScale"),
        Source.Model(
            build: Mix + "InitializeParameters(blocks, r);",
            constructor: "Mlp([Width] long width, [Depth(Base = 2)] long blocks, [Richness] double r)", forward: "x * ResidualScale"));

    [Fact]
    public Task A_width_that_shapes_show_is_not_asked_for() => Subject.Fix<GiveArgumentsFix>().Verify(
        Source.Model(build: Mix + "InitializeParameters({|CS1503:{|PMZ0038:width|}|});"),
        Source.Model(build: Mix + "InitializeParameters();"));

    [Fact]
    public Task What_is_missing_is_named() => Subject.Fix<GiveArgumentsFix>().Verify(
        Source.Model(
            build: Mix + "{|PMZ0038:{|CS7036:InitializeParameters|}()|};",
            constructor: "Mlp([Width] long width, [Depth(Base = 2)] long blocks)", forward: "x * ResidualScale"),
        Source.Model(
            build: Mix + "InitializeParameters(blocks);", constructor: "Mlp([Width] long width, [Depth(Base = 2)] long blocks)",
            forward: "x * ResidualScale"));

    [Fact]
    public Task All_are_fixed_together() => Subject.Fix<GiveArgumentsFix>().VerifyFixAll(
        Source.Model(
            build: Mix + "if (width > 8)\n    InitializeParameters({|PMZ0038:width|});\nelse\n    InitializeParameters({|PMZ0038:width|});",
            constructor: Dialled),
        Source.Model(
            build: Mix + "if (width > 8)\n    InitializeParameters(gamma);\nelse\n    InitializeParameters(gamma);", constructor: Dialled));

    [Fact]
    public Task What_the_constructor_does_not_have_has_no_fix() => Subject.Fix<GiveArgumentsFix>().VerifyNoFix(
        Source.Model(
            members: "private readonly Linear _mix;\n\nprivate void Finish(long size) => InitializeParameters({|PMZ0038:size|});",
            build: Mix + "Finish(width);",
            constructor: Dialled));
}
