namespace Parameterize.Analyzers.Tests.Rules;

public sealed class GammaNotPositiveTests : RuleTests
{
    public override string Id => "PMZ0006";

    public override string Hit => Source.Model(attribute: "Parameterize(BaseWidth = 64, Gamma = {|PMZ0006:-0.5|})");

    public override string Message => "Gamma -0.5 is not between 1e-30 and 1e30; it is the prefactor in alpha = gamma * n^r, 1 by default";

    public override string NearMiss => Source.Initialized(attribute: "Parameterize(BaseWidth = 64, Gamma = 0.5)");

    [Theory]
    [InlineData("0")]
    [InlineData("double.NaN")]
    [InlineData("double.MaxValue")]
    [InlineData("double.Epsilon")]
    [InlineData("double.PositiveInfinity")]
    public Task Other_values_that_are_none(string value) => Subject.Analyzers.Verify(
        Source.Model(attribute: $"Parameterize(BaseWidth = 64, Gamma = {{|PMZ0006:{value}|}})"));
}
