using System.Globalization;
using Parameterize.Charts;
using Parameterize.Charts.Report;

namespace Parameterize.Samples;

/// <summary>Rate sweeps as charts, as a table and in words, for terminal and report alike.</summary>
public static class TransferReport
{
    /// <summary>One panel per parametrization.</summary>
    public static ChartGrid Charts(IReadOnlyList<TransferCurves> transfer)
    {
        var grid = new ChartGrid("Loss over learning rate") { Columns = 2 };
        foreach (var curves in transfer)
        {
            grid.Add(curves.Sweep.ToChart(curves.Parametrization));
        }

        return grid;
    }

    /// <summary>The best rate of each width, and the loss there.</summary>
    public static ReportTable Optima(IReadOnlyList<TransferCurves> transfer)
    {
        var table = new ReportTable(["width", .. transfer.SelectMany(curves => new[] { $"{curves.Parametrization}: rate", "loss" })]);
        foreach (var index in Enumerable.Range(0, transfer[0].Sweep.Widths.Count))
        {
            table.Row(
            [
                Cells.Whole(transfer[0].Sweep.Widths[index].Width),
                .. transfer.Select(curves => curves.Sweep.Widths[index].Best).SelectMany(best => new[]
                {
                    Cell(best is null ? "–" : $"2^{best.Log2Rate.ToString("0.00", CultureInfo.InvariantCulture)}"),
                    Cell(best?.Loss.ToString("F3", CultureInfo.InvariantCulture) ?? "–"),
                }),
            ]);
        }

        return table;

        static TableCell Cell(string text) => new(text, Numeric: true);
    }

    /// <summary>As <c>muP: the best rate moves 0.17 ± 0.01 octaves per doubling of the width</c>.</summary>
    public static string Drift(TransferCurves curves) => $"{curves.Parametrization}: {curves.Sweep.DriftInWords}";
}
