using System.Globalization;
using Parameterize.Charts;
using Parameterize.Charts.Report;
using Parameterize.Experiments.Sweeps;

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

    /// <summary>What each width gets at the rate that is best for the narrowest, beside its own best.</summary>
    public static ReportTable Reused(IReadOnlyList<TransferCurves> transfer)
    {
        var table = new ReportTable(
            ["width", .. transfer.SelectMany(curves => new[] { $"{curves.Parametrization}: reused", "tuned", "lost" })]);
        foreach (var index in Enumerable.Range(0, transfer[0].Sweep.Widths.Count))
        {
            table.Row([Cells.Whole(transfer[0].Sweep.Widths[index].Width), .. transfer.SelectMany(curves => Row(curves.Sweep, index))]);
        }

        return table;

        static IEnumerable<TableCell> Row(SweepCurves sweep, int index)
        {
            var tuned = sweep.Widths[index].Best?.Loss ?? double.NaN;
            var reused = (index, sweep.Widths[0].Best) switch
            {
                (0, _) => tuned,
                (_, { } narrow) => At(sweep.Widths[index], narrow.Rate),
                _ => double.NaN,
            };
            return [Loss(reused), Loss(tuned), Loss(reused - tuned)];
        }

        static TableCell Loss(double loss) =>
            new(double.IsFinite(loss) ? loss.ToString("F3", CultureInfo.InvariantCulture) : "diverged", Numeric: true);
    }

    /// <summary>The loss at a rate between two of the grid: on a straight line over the rate's logarithm.</summary>
    public static double At(SweepCurve curve, double rate)
    {
        var after = Math.Clamp(curve.Points.TakeWhile(point => point.Rate < rate).Count(), 1, curve.Points.Count - 1);
        var (left, right) = (curve.Points[after - 1], curve.Points[after]);
        var part = Math.Clamp((Math.Log2(rate) - Math.Log2(left.Rate)) / (Math.Log2(right.Rate) - Math.Log2(left.Rate)), 0, 1);
        return left.Loss + part * (right.Loss - left.Loss);
    }

    /// <summary>As <c>muP: the best rate moves 0.17 ± 0.01 octaves per doubling of the width</c>.</summary>
    public static string Drift(TransferCurves curves) => $"{curves.Parametrization}: {curves.Sweep.DriftInWords}";
}
