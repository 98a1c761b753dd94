using Parameterize.Experiments;

namespace Parameterize.Tool.Plot;

/// <summary>A learning-rate sweep: a panel per parametrization, a line per width, the best rates ringed; and their drift in words.</summary>
internal sealed record TransferFigure(Figure Figure, string Prose)
{
    private static readonly string[] Settings = ["parametrization", "width", "rate", "seed"];

    /// <summary>The figure; null if the results are no such sweep.</summary>
    public static TransferFigure? Of(IReadOnlyList<TrialResult> results)
    {
        if (!results.All(result => Settings.All(result.Settings.ContainsKey) && result.Numbers.ContainsKey("loss"))) return null;
        var grid = new ChartGrid("Loss over learning rate") { Columns = 2 };
        var prose = new List<string> { "Loss over the base learning rate, mean over seeds; rings mark the best rate of each width." };
        foreach (var parametrization in results.GroupBy(result => result.Settings["parametrization"]))
        {
            var sweep = new SweepCurves(parametrization.Select(Point));
            grid.Add(sweep.ToChart(parametrization.Key));
            prose.Add($"{parametrization.Key}: {sweep.DriftInWords}.");
        }

        return new TransferFigure(grid, string.Join(" ", prose));
    }

    private static SweepPoint Point(TrialResult result) => new(
        result.NumericSetting("width"), (int)result.NumericSetting("seed"), result.NumericSetting("rate"), result.Numbers["loss"]);
}
