using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class TrivialExponentsTests : RuleTests
{
    public override string Id => "PMZ0042";

    public override string Hit => ExponentSource.Sgd("0, 0, CSgd = 0", "0.5, 0, CSgd = 0", "1, 0, CSgd = 0", "PMZ0042", "_readout");

    public override string Message =>
        "With these exponents the output does not learn in wide networks under SGD-like optimizers: the change of the output vanishes "
            + "like n^-1 at layer `_readout`; change c of layer `_readout` from 0 to -1";

    public override string NearMiss => ExponentSource.Sgd("0, 0, CSgd = -1", "0.5, 0, CSgd = -1", "1, 0, CSgd = -1");

    [Fact]
    public Task The_fix_writes_the_exponent() => Subject.Fix<RepairExponentsFix>().Verify(
        ExponentSource.Sgd("0, 0, CSgd = 0", "0.5, 0, CSgd = 0", "1, 0, CSgd = 0", "PMZ0042", "_readout"),
        ExponentSource.Sgd("0, 0, CSgd = 0", "0.5, 0, CSgd = 0", "1, 0, CSgd = -1", "PMZ0043", "_embed"));
}
