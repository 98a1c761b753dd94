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
    [InlineData("Init = {|PMZ0019:(InitDistribution)2|}")]
    [InlineData("FanIn = {|PMZ0019:-2|}, FanOut = {|PMZ0019:int.MinValue|}")]
    [InlineData("BaseFanIn = {|PMZ0019:-1|}, BaseFanOut = {|PMZ0019:-64|}")]
    public Task Each_constant_has_a_range(string arguments) => Subject.Analyzers.Verify(
        Source.Model(members: $"[Hidden({arguments})] private readonly Linear _mix;"));

    [Fact]
    public Task What_is_left_out_may_be_written() => Subject.Analyzers.Verify(Source.Initialized(
        members: "[Hidden(FanIn = -1, FanOut = -1, BaseFanIn = 0, BaseFanOut = 0, Init = 0)] private readonly Linear _mix;"));

    [Theory]
    [InlineData("(Gauge)99", "99")]
    [InlineData("(Gauge)(-1)", "-1")]
    public Task There_are_four_gauges(string gauge, string number) => Subject.Analyzers.Verify(
        Source.Model(attribute: $"Parameterize(BaseWidth = 64, Gauge = {{|PMZ0019:{gauge}|}})"),
        new ExpectedDiagnostic(
            Id,
            $"Gauge = {number} on 'Mlp' is out of its range: it is one of NeuralTangent, LearningRate, Multiplier and TensorPrograms"));

    [Theory]
    [InlineData("Gauge", "(Gauge)4")]
    [InlineData("AttentionExponent", "double.NaN")]
    [InlineData("DepthExponent", "2")]
    public Task The_assembly_s_default_is_checked_where_it_is_written(string option, string value) => Subject.Analyzers.Verify(
        Source.Model().Replace(
            "[Parameterize(", $"[assembly: ParameterizeDefaults({option} = {{|PMZ0019:{value}|}})]\n\n[Parameterize(",
            StringComparison.Ordinal));

    [Theory]
    [InlineData("DecayExponent = {|PMZ0019:-0.5|}")]
    [InlineData("DecayExponent = {|PMZ0019:1.5|}")]
    [InlineData("DecayExponent = {|PMZ0019:double.NaN|}")]
    [InlineData("AttentionExponent = {|PMZ0019:0.25|}, DecayExponent = 0")]
    [InlineData("DepthExponent = {|PMZ0019:2|}, DecayExponent = 1.0 / 3")]
    public Task So_has_each_exponent_of_the_class(string options) => Subject.Analyzers.Verify(
        Source.Model(attribute: $"Parameterize(BaseWidth = 64, {options})"));
}
