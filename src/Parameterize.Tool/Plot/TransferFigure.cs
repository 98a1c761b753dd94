using Parameterize.Charts;
using Parameterize.Experiments.Sweeps;

namespace Parameterize.Tool.Plot;

/// <summary>
/// A learning-rate sweep: a panel per parametrization, a line per width, the best rates ringed; and their drift in words.
/// </summary>
internal sealed record TransferFigure(Figure Figure, string Prose)
{
    /// <summary>The figure; null if the results are no such sweep.</summary>
    public static TransferFigure? Of(IReadOnlyList<TrialResult> results)
    {
        if (!results.All(TransferTrial.Wrote))
        {
            return null;
        }

        var grid = new ChartGrid("Loss over learning rate") { Columns = 2 };
        var prose = new List<string> { "Loss over the base learning rate, mean over seeds; rings mark the best rate of each width." };
        foreach (var (parametrization, sweep) in TransferTrial.Curves(results))
        {
            grid.Add(sweep.ToChart(parametrization));
            prose.Add($"{parametrization}: {sweep.DriftInWords}.");
        }

        return new TransferFigure(grid, string.Join(" ", prose));
    }
}
