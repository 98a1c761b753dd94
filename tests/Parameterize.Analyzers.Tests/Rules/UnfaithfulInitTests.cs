using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class UnfaithfulInitTests : RuleTests
{
    public override string Id => "PMZ0041";

    public override string Hit =>
        ExponentSource.Sgd("0, 0, CSgd = -1", "0, 0, CSgd = -1", "1, 0, CSgd = -1", "PMZ0041", "_mix", initialized: false);

    public override string Message =>
        "These exponents are not faithful at init under SGD-like optimizers: activations grow like n^1/2 at layer `_mix`; change b of "
            + "layer `_mix` from 0 to 1/2";

    public override string NearMiss => ExponentSource.Sgd("0, 0, CSgd = -1", "0, 0.5, CSgd = 0", "1, 0, CSgd = -1");

    [Fact]
    public Task The_fix_writes_the_exponent() => Subject.Fix<RepairExponentsFix>().Verify(
        ExponentSource.Sgd("0, 0, CSgd = -1", "0, 0, CSgd = 0", "1, 0, CSgd = -1", "PMZ0041", "_mix", initialized: false),
        ExponentSource.Sgd("0, 0, CSgd = -1", "0, 0.5, CSgd = 0", "1, 0, CSgd = -1", initialized: false)
            .Replace("Mlp([Width]", "{|PMZ0012:Mlp|}([Width]", StringComparison.Ordinal));

    [Fact]
    public Task The_fix_writes_each_class_s_exponent() =>
        Subject.Fix<RepairExponentsFix>().VerifyFixAll(Two(Wrong, "{|PMZ0041:_mix|}", "Mlp"), Two(Repaired, "_mix", "{|PMZ0012:Mlp|}"));

    [Theory]
    [InlineData("0, b: 0, CSgd = 0", "0, b: 0.5, CSgd = 0")]
    [InlineData("b: 0, a: 0, CSgd = 0", "b: 0.5, a: 0, CSgd = 0")]
    [InlineData("a: 0, b: /* as drawn */ 0, CSgd = 0", "a: 0, b: /* as drawn */ 0.5, CSgd = 0")]
    public Task The_fix_finds_an_exponent_by_its_name(string before, string after) => Subject.Fix<RepairExponentsFix>().Verify(
        ExponentSource.Sgd("0, 0, CSgd = -1", before, "1, 0, CSgd = -1", "PMZ0041", "_mix", initialized: false),
        ExponentSource.Sgd("0, 0, CSgd = -1", after, "1, 0, CSgd = -1", initialized: false)
            .Replace("Mlp([Width]", "{|PMZ0012:Mlp|}([Width]", StringComparison.Ordinal));

    private const string Wrong = "0, 0, CSgd = 0";
    private const string Repaired = "0, 0.5, CSgd = 0";

    private static string Two(string mix, string member, string constructor)
    {
        var one = ExponentSource.Sgd("0, 0, CSgd = -1", mix, "1, 0, CSgd = -1", initialized: false)
            .Replace(" _mix;", $" {member};", StringComparison.Ordinal)
            .Replace("Mlp([Width]", $"{constructor}([Width]", StringComparison.Ordinal);
        return one + one[Source.Usings.Length..].Replace("Mlp", "Other", StringComparison.Ordinal);
    }
}
