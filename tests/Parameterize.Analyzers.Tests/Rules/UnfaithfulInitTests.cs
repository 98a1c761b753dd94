using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class UnfaithfulInitTests : RuleTests
{
    public override string Id => "PMZ0041";

    public override string Hit => ExponentSource.Sgd("0, 0, CSgd = -1", "0, 0, CSgd = -1", "1, 0, CSgd = -1", "PMZ0041", "_mix", initialized: false);

    public override string Message => "These exponents are not faithful at init under SGD-like optimizers: activations grow like n^1/2 at layer `_mix`; change b of layer `_mix` from 0 to 1/2";

    public override string NearMiss => ExponentSource.Sgd("0, 0, CSgd = -1", "0, 0.5, CSgd = 0", "1, 0, CSgd = -1");

    [Fact]
    public Task The_fix_writes_the_exponent() => Subject.Fix<RepairExponentsFix>().Verify(
        ExponentSource.Sgd("0, 0, CSgd = -1", "0, 0, CSgd = 0", "1, 0, CSgd = -1", "PMZ0041", "_mix", initialized: false),
        ExponentSource.Sgd("0, 0, CSgd = -1", "0, 0.5, CSgd = 0", "1, 0, CSgd = -1", initialized: false).Replace("Mlp([Width]", "{|PMZ0012:Mlp|}([Width]", StringComparison.Ordinal));
}
