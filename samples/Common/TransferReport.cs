using System.Globalization;
using Parameterize.Experiments;

namespace Parameterize.Samples;

/// <summary>Rate sweeps as charts, as a table and in words, for terminal and report alike.</summary>
internal static class TransferReport
{
    /// <summary>One panel per parametrization.</summary>
    public static ChartGrid Charts(IReadOnlyList<TransferCurves> transfer)
    {
        var grid = new ChartGrid("Loss over learning rate") { Columns = 2 };
        foreach (var curves in transfer)
        {
            grid.Add(Panel(curves.Parametrization, curves));
        }

        return grid;
    }

    /// <summary>Loss over rate, a line per width, the optima ringed.</summary>
    public static Chart Panel(string title, TransferCurves curves)
    {
        var chart = new Chart(title) { X = Axis.Log2("base learning rate"), Y = Axis.Linear("loss") };
        foreach (var ((width, curve, optimum), index) in curves.Widths.Select((width, index) => (width, index)))
        {
            var color = SeriesColor.Sequence(index, curves.Widths.Count);
            chart.Line(FormattableString.Invariant($"width {width}"), curve, style: LineStyle.Of(color));
            chart.Mark((optimum.Rate, optimum.Loss), "", color);
        }

        return chart;
    }

    /// <summary>The best rate of each width, and the loss there.</summary>
    public static ReportTable Optima(IReadOnlyList<TransferCurves> transfer)
    {
        var table = new ReportTable(["width", .. transfer.SelectMany(curves => new[] { $"{curves.Parametrization}: rate", "loss" })]);
        foreach (var index in Enumerable.Range(0, transfer[0].Widths.Count))
        {
            table.Row(
            [
                Cell(transfer[0].Widths[index].Width.ToString(CultureInfo.InvariantCulture)),
                .. transfer.Select(curves => curves.Widths[index].Optimum).SelectMany(optimum => new[]
                {
                    Cell($"2^{Number(optimum.Log2Rate)}"),
                    Cell(optimum.Loss.ToString("F3", CultureInfo.InvariantCulture)),
                }),
            ]);
        }

        return table;

        static TableCell Cell(string text) => new(text, Numeric: true);
    }

    /// <summary>As <c>muP: the best rate moves 0.17 ± 0.01 octaves per doubling of the width</c>.</summary>
    public static string Drift(TransferCurves curves) => $"{curves.Parametrization}: " + (curves.Drift is { } drift
        ? $"the best rate moves {Number(drift.OctavesPerDoubling)}{Error(drift.StandardError)} octaves per doubling of the width"
        : "the best rates lie at the ends of the grid, so their drift is not known");

    /// <summary>Nothing where two optima leave no scatter to judge by.</summary>
    private static string Error(double error) => double.IsNaN(error) ? "" : $" ± {Number(error)}";

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
