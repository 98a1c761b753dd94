using System.Globalization;
using Parameterize.Experiments.Coordinates;
using Parameterize.Experiments.Sweeps;
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
        Assert.StartsWith(
            "muP: CharacterMlp at r = 1/2, widths 64 to 512, 2 seeds, 5 steps, rate 0.001\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nCharacterMlp: its table is as the shapes say at widths 64, 128, 256.\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("All 8 slopes are as predicted.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_seed_at_two_widths_is_said_to_tell_nothing()
    {
        var run = (await ToolProcess.Finish(ToolProcess.Start(
            [
                "check", ToolRun.Sample, "--experiment", "CharacterTransfer", "--variant", "standard", "--widths", "64,128", "--seeds", "1",
                "--steps", "2",
            ]))).Expect(1);
        Assert.EndsWith("Slopes over width: 0 of 8 as predicted, 8 unresolved.\n", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "\npass: within 0.10 of the prediction, by a standard error (se) of at most 0.10. FAIL: ", run.Output,
            StringComparison.Ordinal);
        Assert.Contains("it cannot be told from one seed at two widths", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("FAIL\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("diverge", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_slope_has_a_row_with_its_prediction_and_verdict_as_csv()
    {
        var run = (await Run("--widths", "64,128", "--seeds", "1", "--steps", "1", "--csv")).Expect(1);
        string[][] rows = [.. run.Output.TrimEnd('\n').Split('\n').Select(line => line.Split(','))];
        Assert.Equal(
            ["variant", "model", "layer", "quantity", "measured", "standardError", "predictedFrom", "predicted", "verdict"], rows[0]);
        Assert.Equal(
            [
                "_embed,Preactivation,0,0", "_embed,HiddenChange,0,0", "_mix,Preactivation,0,0", "_mix,HiddenChange,0,0",
                "_refine,Preactivation,0,0", "_refine,HiddenChange,0,0", "_readout,Output,-0.5,-0.5", "_readout,OutputChange,0,0",
            ],
            rows.Skip(1).Select(row => string.Join(',', row[2], row[3], row[6], row[7])));
        Assert.All(rows.Skip(1), row => Assert.Equal(("muP", "CharacterMlp", "NaN", "Unresolved"), (row[0], row[1], row[5], row[8])));
        Assert.All(rows.Skip(1), row => Assert.InRange(double.Parse(row[4], CultureInfo.InvariantCulture), -2, 2));
    }

    [Fact]
    public async Task Csv_without_a_row_says_why()
    {
        var run = (await ToolProcess.Finish(ToolProcess.Start(
            ["check", ToolRun.OwnAssembly, "--experiment", "MisreadExperiment", "--csv"]))).Expect(1);
        Assert.Single(run.Output.TrimEnd('\n').Split('\n'));
        Assert.Contains("1 of 1 rows of its table contradict the shapes", run.Error, StringComparison.Ordinal);
        Assert.Contains("- `_mix.weight` (Input) is [64, 64] at width 64", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_whose_table_contradicts_its_shapes_is_not_trained()
    {
        var run = (await ToolProcess.Finish(ToolProcess.Start(["check", ToolRun.OwnAssembly, "--experiment", "MisreadExperiment"]))).Expect(
            1);
        Assert.Equal(
            """
            muP: MisreadMlp: 1 of 1 rows of its table contradict the shapes at widths 64, 128, 256. Nothing is trained.

            tensor       kind   m claimed  m measured  q claimed  q measured  verdict
            _mix.weight  Input          1           2          2           2  FAIL

            - `_mix.weight` (Input) is [64, 64] at width 64 and [128, 128] at 128: m grows 2-fold, and the table has it grow 1-fold. By its shapes it is Hidden. The compiler misread how the constructor makes this size: compute it from the [Width] parameters by arithmetic, in a local that is assigned once, and build the layer with that; or say the kind by attribute on the member.

            """,
            run.Output);
    }

    [Fact]
    public async Task A_baseline_fails_with_a_diagnosis()
    {
        var run = (await Check("--variant", "standard", "--json")).Expect(1);
        var report = CheckReport.FromJson(run.Output);
        Assert.Equal("CharacterMlp", report.Model);
        Assert.Contains(
            report.Verdicts, verdict => verdict is { Layer: "_mix", Quantity: SlopeQuantity.HiddenChange, Outcome: SlopeOutcome.Fail });
    }

    [Fact]
    public async Task A_check_is_drawn_step_by_step_beside_its_baseline()
    {
        using var folder = new TemporaryFolder();
        string[] small = ["--widths", "64,256", "--seeds", "2", "--steps", "2", "--tolerance", "0.5"];
        var run = (await Run([.. small, "--output", folder.File("page.html")])).Expect(0);
        Assert.DoesNotContain("standard: ", run.Output, StringComparison.Ordinal);
        Assert.Equal($"drawn: {folder.File("page.html")}\n", run.Error);
        var page = await File.ReadAllTextAsync(folder.File("page.html"));
        Assert.Contains("muP: CharacterMlp at r = 1/2: 8 of 8", page, StringComparison.Ordinal);
        foreach (var panel in new[]
        {
            "muP, at initialization", "standard, at initialization", "muP, after 2 steps", "standard, after 2 steps",
        })
        {
            Assert.Contains($">{panel}<", page, StringComparison.Ordinal);
        }

        (await Run([.. small, "--variant", "standard", "--output", folder.File("alone.svg")])).Expect(1);
        Assert.StartsWith("<svg", await File.ReadAllTextAsync(folder.File("alone.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_pages_and_drawings_are_written() => Assert.Equal(
        "parameterize: --output writes a page (.html) or a drawing (.svg), not 'check.png'.\n",
        (await Check("--output", "check.png").ConfigureAwait(true)).Expect(2).Error);

    [Fact]
    public async Task A_variant_that_is_not_there_is_named() =>
        Assert.Contains(
            "There is no --variant x; there are: standard, muP.", (await Check("--variant", "x").ConfigureAwait(true)).Expect(2).Error,
            StringComparison.Ordinal);

    [Fact]
    public async Task Element_types_are_those_that_were_asked_for()
    {
        var run = await Check("--device", "cpu", "--dtype", "bfloat16", "--rate", "0.004", "--json");
        var report = CheckReport.FromJson(run.Expect(0).Output);
        Assert.Equal(("cpu", "bfloat16"), (report.Device, report.Dtype));
    }

    private static Task<ToolRun> Check(params string[] arguments) => Run([.. Short, .. arguments]);

    private static async Task<ToolRun> Run(params string[] arguments) =>
        await ToolProcess.Finish(ToolProcess.Start(["check", ToolRun.Sample, "--experiment", "CharacterTransfer", .. arguments]));
}
