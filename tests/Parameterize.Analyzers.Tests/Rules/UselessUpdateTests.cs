using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class UselessUpdateTests : RuleTests
{
    public override string Id => "PMZ0043";

    public override string Hit => ExponentSource.Sgd("0, 0, CSgd = 1", "0, 0.5, CSgd = 1", "0, 0.5, CSgd = 1", "PMZ0043", "_embed");

    public override string Message =>
        "With these exponents an update is useless in wide networks under SGD-like optimizers: the effect that the change of layer "
            + "`_embed` has on the output vanishes like n^-1; change c of layer `_embed` from 1 to 0";

    public override string NearMiss => ExponentSource.Sgd("0, 0, CSgd = 0", "0, 0.5, CSgd = 1", "0, 0.5, CSgd = 1");

    [Fact]
    public Task The_fix_writes_the_exponent() => Subject.Fix<RepairExponentsFix>().Verify(
        ExponentSource.Sgd("0, 0, CSgd = 1", "0, 0.5, CSgd = 1", "0, 0.5, CSgd = 1", "PMZ0043", "_embed"),
        ExponentSource.Sgd("0, 0, CSgd = 0", "0, 0.5, CSgd = 1", "0, 0.5, CSgd = 1"));
}
