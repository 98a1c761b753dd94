using Parameterize.Experiments;
using Parameterize.Tool.Tests.Kit;

namespace Parameterize.Tool.Tests;

/// <summary>The sample's experiment, trained for real.</summary>
public sealed class CheckTests
{
    private static readonly string[] Short = ["--widths", "64,512", "--seeds", "2", "--steps", "5", "--tolerance", "0.25"];

    [Fact]
    public async Task A_model_that_scales_as_annotated_passes()
    {
        var run = (await Check()).Expect(0);
        Assert.StartsWith("muP: CharacterMlp at r = 1/2, widths 64 to 512, 2 seeds, 5 steps, rate 0.001\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("All 8 slopes are as predicted.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_baseline_fails_with_a_diagnosis()
    {
        var run = (await Check("--variant", "standard", "--json")).Expect(1);
        var report = CheckReport.FromJson(run.Output);
        Assert.Equal("StandardCharacterMlp", report.Model);
        Assert.Contains(report.Verdicts, verdict => verdict is { Layer: "_mix", Quantity: SlopeQuantity.HiddenChange, Outcome: SlopeOutcome.Fail });
    }

    [Fact]
    public async Task A_variant_that_is_not_there_is_named() =>
        Assert.Contains("There is no --variant x; there are: standard, muP.", (await Check("--variant", "x").ConfigureAwait(true)).Expect(2).Error, StringComparison.Ordinal);

    [Fact]
    public async Task Element_types_are_those_that_were_asked_for()
    {
        var run = await Check("--device", "cpu", "--dtype", "bfloat16", "--rate", "0.004", "--json");
        var report = CheckReport.FromJson(run.Expect(0).Output);
        Assert.Equal(("cpu", "bfloat16"), (report.Device, report.Dtype));
    }

    private static async Task<ToolRun> Check(params string[] arguments) =>
        await ToolProcess.Finish(ToolProcess.Start(["check", ToolRun.Sample, "--experiment", "CharacterTransfer", .. Short, .. arguments]));
}
