using System.Globalization;
using Parameterize.Charts.Report;
using Parameterize.Experiments.Coordinates;
using Parameterize.Experiments.Shapes;
using Parameterize.Experiments.Sweeps;
using Parameterize.Printing;

namespace Parameterize.Tool.Check;

/// <summary>Prints what a check measured.</summary>
internal static class CheckPrinter
{
    public static void Print(Printer printer, CheckReport report)
    {
        if (report.Shapes is { Passed: false } shapes)
        {
            printer.Line($"{report.Variant}: {shapes.Summary} Nothing is trained.\n");
            printer.Table(ShapeTable.Of(shapes.Verdicts));
            printer.Line();
            printer.Line(shapes.Diagnosis);
            return;
        }

        var settings = report.Settings;
        printer.Line(string.Create(CultureInfo.InvariantCulture,
            $"{report.Variant}: {report.Model} at r = {ExponentText.Fraction(report.Richness)}, widths {settings.SmallestWidth} to " +
            $"{settings.LargestWidth}, {Count(settings.Seeds, "seed")}, {Count(settings.Steps, "step")}, rate " +
            $"{settings.Rate}{Placed(report)}\n"));
        if (report.Shapes is not null)
        {
            printer.Line(report.Shapes.Summary + "\n");
        }

        var table = SlopeTable.Of(report.Verdicts);
        printer.Table(table);
        printer.Line();
        foreach (var verdict in report.Verdicts.Where(verdict => !verdict.Passed))
        {
            printer.Line("- " + verdict.Diagnosis);
        }

        if (!report.Passed && report.Dtype == "bfloat16")
        {
            printer.Line(
                "In bfloat16 a weight does not change by less than 1/512 of itself, so that wide models lose updates: compare with " +
                "--dtype float32.");
        }

        printer.Line(report.Passed
            ? $"All {report.Verdicts.Count} slopes are as predicted."
            : $"Slopes over width: {VerdictTally.Of(table)}.");
    }

    /// <summary>A row for each slope, at full precision; a prediction is what lies between two exponents, mostly the same one.</summary>
    public static string Csv(IEnumerable<CheckReport> reports) => CsvText.Of(
        ["variant", "model", "layer", "quantity", "measured", "standardError", "predictedFrom", "predicted", "verdict"],
        reports.SelectMany(report => report.Verdicts.Select(verdict => new object[]
        {
            report.Variant, report.Model, verdict.Layer, verdict.Quantity,
            verdict.Slope, verdict.StandardError, verdict.PredictedFrom, verdict.Predicted, verdict.Outcome,
        })));

    private static string Placed(CheckReport report) =>
        string.Concat(new[] { report.Device, report.Dtype }.Where(asked => asked is not null).Select(asked => $", {asked}"));

    private static string Count(int count, string noun) => FormattableString.Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");
}
