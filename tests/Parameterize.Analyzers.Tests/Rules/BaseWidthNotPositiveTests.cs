namespace Parameterize.Analyzers.Tests.Rules;

public sealed class BaseWidthNotPositiveTests : RuleTests
{
    public override string Id => "PMZ0004";

    public override string Hit => Source.Model(attribute: "Parameterize(BaseWidth = {|PMZ0004:0|})");

    public override string Message =>
        "Base width 0 is not positive; give the width at which the model equals plain TorchSharp and at which its learning rate was tuned";

    public override string NearMiss => Source.Initialized(attribute: "Parameterize(BaseWidth = 1)");

    [Fact]
    public Task A_width_s_own_base_is_checked_too() => Subject.Analyzers.Verify(
        Source.Model(constructor: "Mlp([Width(Base = {|PMZ0004:-8|})] long width)", attribute: "Parameterize(BaseWidth = 64)"));
}
