namespace Parameterize.Analyzers.Tests.Rules;

public sealed class ParameterTypeTests : RuleTests
{
    public override string Id => "PMZ0017";

    public override string Hit =>
        Source.Model(build: "_mix = Linear((long)width, 8);", constructor: "Mlp([Width] double {|PMZ0017:width|})");

    public override string Message => "'width' carries [Width], so it must be of type int or long, not 'double'";

    public override string NearMiss => Source.Model(
        build: "_mix = Linear(width, width);\nInitializeParameters(r, g);",
        constructor: "Mlp([Width] int width, [Richness] double r, [Gamma] double g)");

    [Theory]
    [InlineData("Richness", "float")]
    [InlineData("Gamma", "string")]
    public Task The_dials_are_doubles(string attribute, string type) => Subject.Analyzers.Verify(
        Source.Model(constructor: $"Mlp([Width] long width, [{attribute}] {type} {{|PMZ0017:dial|}})"),
        new ExpectedDiagnostic(Id, $"'dial' carries [{attribute}], so it must be of type double, not '{type}'"));
}
