using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class DialGivenTwiceTests : RuleTests
{
    public override string Id => "PMZ0021";

    public override string Hit => Dialled("Parameterize(Richness = {|PMZ0021:0.25|}, BaseWidth = 64)");

    public override string Message =>
        "'Mlp' sets Richness in its attribute and again by the constructor parameter 'r', which wins; take it out of the attribute";

    public override string NearMiss => Dialled("Parameterize(Gamma = 2, BaseWidth = 64)");

    [Theory]
    [InlineData("Parameterize(Richness = {|PMZ0021:0.25|}, BaseWidth = 64)", "Parameterize(BaseWidth = 64)")]
    [InlineData("Parameterize(BaseWidth = 64, Richness = {|PMZ0021:0.25|})", "Parameterize(BaseWidth = 64)")]
    [InlineData("Parameterize(Richness = {|PMZ0021:0.25|}, /* lazy */ BaseWidth = 64)", "Parameterize(/* lazy */ BaseWidth = 64)")]
    [InlineData("Parameterize(BaseWidth = 64, /* lazy */ Richness = {|PMZ0021:0.25|})", "Parameterize(BaseWidth = 64/* lazy */)")]
    [InlineData("Parameterize(Gamma = 2, Richness = {|PMZ0021:0.25|}, BaseWidth = 64)", "Parameterize(Gamma = 2, BaseWidth = 64)")]
    public Task The_fix_takes_it_out(string before, string after) => Subject.Fix<RemoveDialFix>().Verify(Dialled(before), Dialled(after));

    [Fact]
    public Task Parentheses_go_with_the_last_argument() => Subject.Fix<RemoveDialFix>().Verify(
        Dialled("assembly: ParameterizeDefaults(BaseWidth = 64)]\n[Parameterize(Richness = {|PMZ0021:0.25|})"),
        Dialled("assembly: ParameterizeDefaults(BaseWidth = 64)]\n[Parameterize"));

    [Fact]
    public Task Both_dials_are_taken_out() => Subject.Fix<RemoveDialFix>().VerifyFixAll(
        Both("Parameterize(BaseWidth = 64, Richness = {|PMZ0021:0.25|}, Gamma = {|PMZ0021:2|})"), Both("Parameterize(BaseWidth = 64)"));

    private static string Dialled(string attribute) => Source.Model(
        attribute: attribute,
        build: "_mix = Linear(width, width);\nInitializeParameters(r);",
        constructor: "Mlp([Width] long width, [Richness] double r)");

    private static string Both(string attribute) => Source.Model(
        attribute: attribute,
        build: "_mix = Linear(width, width);\nInitializeParameters(r, g);",
        constructor: "Mlp([Width] long width, [Richness] double r, [Gamma] double g)");
}
