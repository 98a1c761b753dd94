namespace Parameterize.Analyzers.Tests.Rules;

public sealed class RolesClashTests : RuleTests
{
    public override string Id => "PMZ0030";

    public override string Hit => Source.Model(constructor: "Mlp([Width] long width, [Richness, Gamma] double {|PMZ0030:r|})");

    public override string Message => "'r' carries [Richness] and [Gamma]; a parameter sets one number, so leave one attribute";

    public override string NearMiss => Source.Model(
        build: "_mix = Linear(width, width);\nInitializeParameters(blocks, r, g);",
        constructor: "Mlp([Width] long width, [Depth(Base = 2)] int blocks, [Richness] double r, [Gamma] double g)",
        forward: "x + Mix(x) * ResidualScale");

    [Theory]
    [InlineData(
        "[Width] long width, [Depth(Base = 2)] int a, [Depth(Base = 2)] int {|PMZ0030:b|}",
        "'a' and 'b' both carry [Depth]; a class has one, so give its parts classes of their own")]
    [InlineData(
        "[Width] long width, [HeadWidth(Base = 2)] int a, [HeadWidth(Base = 2)] int {|PMZ0030:b|}",
        "'a' and 'b' both carry [HeadWidth]; a class has one, so give its parts classes of their own")]
    [InlineData(
        "[Width] long width, [DotWidth] long a, [DotWidth] int {|PMZ0030:b|}",
        "'a' and 'b' both carry [DotWidth]; a class has one, so give its parts classes of their own")]
    [InlineData(
        "[Width, DotWidth] int {|PMZ0030:width|}",
        "'width' carries [Width] and [DotWidth]; a parameter sets one number, so leave one attribute")]
    [InlineData(
        "[Width] long width, [Richness] double a, [Richness] double {|PMZ0030:b|}",
        "'a' and 'b' both carry [Richness]; a class has one, so leave one attribute")]
    [InlineData(
        "[Width] long width, [Gamma] double a, [Gamma] double {|PMZ0030:b|}",
        "'a' and 'b' both carry [Gamma]; a class has one, so leave one attribute")]
    [InlineData(
        "[Width, Depth(Base = 2)] int {|PMZ0030:width|}",
        "'width' carries [Width] and [Depth]; a parameter sets one number, so leave one attribute")]
    public Task What_a_class_has_once(string parameters, string message) =>
        Subject.Analyzers.Verify(Source.Model(constructor: $"Mlp({parameters})"), new ExpectedDiagnostic(Id, message));

    [Fact]
    public Task Two_options_of_one_type() => Subject.Analyzers.Verify(
        Source.Model(
            build: "_mix = Linear(encoder.Width, decoder.Width);",
            constructor: "Mlp(Shape encoder, Shape {|PMZ0030:decoder|})",
            more: "public record Shape([Width] long Width);"),
        new ExpectedDiagnostic(
            Id,
            "'encoder' and 'decoder' both are of type 'Shape'; its widths cannot be told apart then, so give each a type of its own, or "
                + "take the widths as parameters with [Width]"));

    [Fact]
    public Task Two_attributes_on_a_property_of_options() => Subject.Analyzers.Verify(Source.Model(
        build: "_mix = Linear(shape.Width, shape.Width);",
        constructor: "Mlp(Shape shape)",
        more: "public class Shape { [Width, Depth(Base = 2)] public int {|PMZ0030:Width|} { get; init; } }"));
}
