using System.Globalization;
using Parameterize.Experiments;
using Spectre.Console;

namespace Parameterize.Samples;

/// <summary>What the demo prints.</summary>
internal static class DemoTables
{
    public static void PrintSlopes(IAnsiConsole console, IReadOnlyList<SlopeCheck> checks)
    {
        var table = new Table { Border = TableBorder.Simple, Title = new TableTitle("Change of hidden layers, slope over width (predicted: r - 1/2)") };
        table.AddColumns("optimizer", "r", "layer", "measured", "predicted", "verdict");
        foreach (var check in checks)
        {
            foreach (var slope in check.Shown)
            {
                var verdict = slope.Verdict(0.1);
                table.AddRow(check.Optimizer, Number(check.Richness), slope.Layer, $"{Number(verdict.Slope)} ± {Number(verdict.StandardError)}", Number(slope.Predicted), verdict.Outcome.ToString());
            }
        }

        console.Write(table);
    }

    public static void PrintTransfer(IAnsiConsole console, string optimizer, IReadOnlyList<TransferCurves> transfer)
    {
        var table = new Table { Border = TableBorder.Simple, Title = new TableTitle($"Best {optimizer} rate (log2) and loss there, by width") };
        table.AddColumn("width");
        foreach (var curves in transfer)
        {
            table.AddColumns($"{curves.Parametrization}: rate", "loss");
        }

        foreach (var index in Enumerable.Range(0, transfer[0].Widths.Count))
        {
            table.AddRow([
                transfer[0].Widths[index].Width.ToString(CultureInfo.InvariantCulture),
                .. transfer.SelectMany(curves => new[]
                {
                    $"2^{Number(curves.Widths[index].Optimum.Log2Rate)}",
                    curves.Widths[index].Optimum.Loss.ToString("F3", CultureInfo.InvariantCulture),
                }),
            ]);
        }

        console.Write(table);
        foreach (var curves in transfer)
        {
            console.WriteLine($"{curves.Parametrization}: {Drift(curves.Drift)}");
        }
    }

    /// <summary>As <c>the best rate moves -0.57 ± 0.04 octaves per doubling of the width</c>.</summary>
    public static string Drift(DriftFit? drift) => drift is null
        ? "the best rates lie at the ends of the grid, so their drift is not known"
        : $"the best rate moves {Number(drift.OctavesPerDoubling)}{Error(drift.StandardError)} octaves per doubling of the width";

    /// <summary>Nothing where two optima leave no scatter to judge by.</summary>
    private static string Error(double error) => double.IsNaN(error) ? "" : $" ± {Number(error)}";

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
