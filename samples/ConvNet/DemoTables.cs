using System.Globalization;
using Parameterize.Experiments;
using Spectre.Console;

namespace Parameterize.Samples.ConvNet;

/// <summary>What the demo prints.</summary>
internal static class DemoTables
{
    public const double Tolerance = 0.1;

    public static void PrintSlopes(IAnsiConsole console, IReadOnlyList<SlopeCheck> checks)
    {
        var table = new Table { Border = TableBorder.Simple, Title = new TableTitle("Change of the convolutions, slope over channels (predicted: r - 1/2)") };
        table.AddColumns("optimizer", "r", "layer", "measured", "predicted", "verdict");
        foreach (var check in checks)
        {
            foreach (var slope in check.HiddenChanges)
            {
                var verdict = slope.Verdict(Tolerance);
                table.AddRow(check.Optimizer, Number(check.Richness), slope.Layer, $"{Number(verdict.Slope)} ± {Number(verdict.StandardError)}", Number(slope.Predicted), verdict.Outcome.ToString());
            }
        }

        console.Write(table);
    }

    public static void PrintTraining(IAnsiConsole console, IReadOnlyList<TrainedNet> trained)
    {
        var table = new Table { Border = TableBorder.Simple, Title = new TableTitle("Training with one rate") };
        table.AddColumns("r", "channels", "loss", "accuracy");
        foreach (var net in trained)
        {
            table.AddRow(Number(net.Richness), net.Channels.ToString(CultureInfo.InvariantCulture), net.Loss.ToString("F3", CultureInfo.InvariantCulture), net.Accuracy.ToString("P1", CultureInfo.InvariantCulture));
        }

        console.Write(table);
    }

    private static string Number(double value) => ExponentText.Decimal(value);
}
