using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class UnstableExponentsTests : RuleTests
{
    public override string Id => "PMZ0040";

    public override string Hit =>
        ExponentSource.Sgd("0, 0, CSgd = 0", "0, 0.5, CSgd = 0", "0, 0.5, CSgd = 0", "PMZ0040", "_mix", initialized: false);

    public override string Message =>
        "These exponents are unstable under SGD-like optimizers: the change in training grows like n at layer `_mix`; change c of layer "
            + "`_mix` from 0 to 1, change c of layer `_readout` from 0 to 1";

    public override string NearMiss => ExponentSource.Sgd("0, 0, CSgd = -1", "0.5, 0, CSgd = -1", "1, 0, CSgd = -1");

    [Fact]
    public Task The_fix_writes_the_exponent() => Subject.Fix<RepairExponentsFix>().Verify(
        ExponentSource.Sgd("0, 0, CSgd = 0", "0, 0.5, CSgd = 0", "0, 0.5, CSgd = 0", "PMZ0040", "_mix", initialized: false),
        ExponentSource.Sgd("0, 0, CSgd = 0", "0, 0.5, CSgd = 1", "0, 0.5, CSgd = 0", "PMZ0040", "_readout", initialized: false));

    /// <summary>Beside a rule, with one c for both families: the neural tangent's rate of SGD is too much for Adam.</summary>
    [Fact]
    public Task The_fix_adds_the_rate_of_one_family() => Subject.Fix<RepairExponentsFix>().Verify(
        Source.Model(
            members: "[Input] private readonly Linear _embed;\n"
                + "[Hidden, Exponents(0.5, 0, -1)] private readonly Linear {|PMZ0040:_mix|};\n[Output] private readonly Linear _readout;",
            build: Build),
        Source.Model(
            members: "[Input] private readonly Linear _embed;\n"
                + "[Hidden, Exponents(0.5, 0, -1, CAdam = 0.5)] private readonly Linear _mix;\n[Output] private readonly Linear _readout;",
            constructor: "{|PMZ0012:Mlp|}([Width] long width)",
            build: Build));

    private const string Build = "_embed = Linear(32, width);\n_mix = Linear(width, width);\n_readout = Linear(width, 10);";
}
