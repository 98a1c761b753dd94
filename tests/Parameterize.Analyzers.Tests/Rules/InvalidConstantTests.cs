namespace Parameterize.Analyzers.Tests.Rules;

public sealed class InvalidConstantTests : RuleTests
{
    public override string Id => "PMZ0019";

    public override string Hit => Source.Model(members: "[Hidden(LearningRate = {|PMZ0019:-0.5|})] private readonly Linear _mix;");

    public override string Message =>
        "LearningRate = -0.5 on '_mix' is out of its range: a factor on the learning rate is positive and finite";

    public override string NearMiss => Source.Initialized(
        members: "[Hidden(LearningRate = 0.5, Multiplier = -2, WeightDecay = 0, InitStd = 0.02)] private readonly Linear _mix;");

    [Theory]
    [InlineData("Multiplier = {|PMZ0019:0|}")]
    [InlineData("Multiplier = {|PMZ0019:double.NaN|}")]
    [InlineData("WeightDecay = {|PMZ0019:-1|}")]
    [InlineData("InitStd = {|PMZ0019:-0.02|}")]
    [InlineData("InitStd = {|PMZ0019:double.PositiveInfinity|}, LearningRate = {|PMZ0019:0|}")]
    public Task Each_constant_has_a_range(string arguments) => Subject.Analyzers.Verify(
        Source.Model(members: $"[Hidden({arguments})] private readonly Linear _mix;"));
}
