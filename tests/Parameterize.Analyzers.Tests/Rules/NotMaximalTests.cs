using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class NotMaximalTests : RuleTests
{
    public override string Id => "PMZ0044";

    public override string Hit => ExponentSource.Sgd("0, 0, CSgd = -1", "0.5, 0, CSgd = 0", "1, 0, CSgd = -1", "PMZ0044", "_mix");

    public override string Message =>
        "These exponents are not maximal under SGD-like optimizers: layer `_mix` learns less than it is passed: its own part of the "
            + "change is n^-1, the other 1; change c of layer `_mix` from 0 to -1";

    public override string NearMiss => ExponentSource.Sgd("0, 0, CSgd = -1", "0.5, 0, CSgd = -1", "1, 0, CSgd = -1");

    [Fact]
    public Task The_fix_writes_the_exponent() => Subject.Fix<RepairExponentsFix>().Verify(
        ExponentSource.Sgd("0, 0, CSgd = -1", "0.5, 0, CSgd = 0", "1, 0, CSgd = -1", "PMZ0044", "_mix"),
        ExponentSource.Sgd("0, 0, CSgd = -1", "0.5, 0, CSgd = -1", "1, 0, CSgd = -1"));

    [Fact]
    public Task Where_the_rule_of_a_layer_is_what_is_too_little_there_is_no_fix() => Subject.Fix<RepairExponentsFix>().VerifyNoFix(
        ExponentSource.Of("Exponents(0, 0, CSgd = -1)", "Hidden", "Exponents(1, 0, CSgd = -1)", "PMZ0044", "_mix")
            .Replace("BaseWidth = 64", "BaseWidth = 64, Richness = 0", StringComparison.Ordinal));
}
