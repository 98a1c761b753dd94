using System.Globalization;
using Parameterize.Charts.Report;

namespace Parameterize.Samples.WordEmbeddings;

/// <summary>The numbers, for terminal and report alike.</summary>
internal static class Tables
{
    public static ReportTable Modes(IReadOnlyList<Learning> runs)
    {
        var table = new ReportTable("width", "pairs", "mode", "eigenvalue", "arrives", "size", "theory", "off by", "worst");
        foreach (var run in runs)
        {
            for (var mode = 0; mode < run.Modes.Count; mode++)
            {
                table.Row(
                    Cells.Whole(run.Width),
                    Pairs(run),
                    Cells.Whole(mode + 1),
                    run.Modes[mode].Eigenvalue,
                    run.Modes[mode].Arrival,
                    run.SingularValues[mode][^1],
                    run.Theory[mode][^1],
                    Cells.Deviation(run.FinalMiss(mode)),
                    Cells.Deviation(run.SingularMiss(mode)));
            }
        }

        return table;
    }

    /// <summary>The worst misses of each run.</summary>
    public static ReportTable Misses(IReadOnlyList<Learning> runs)
    {
        var table = new ReportTable("width", "pairs", "steps", "at the end", "worst", "last quarter", "single modes", "excess");
        foreach (var run in runs)
        {
            var modes = Enumerable.Range(0, run.Modes.Count).ToArray();
            table.Row(
                Cells.Whole(run.Width),
                Pairs(run),
                Cells.Whole(run.Steps),
                Cells.Percent(modes.Max(mode => Math.Abs(run.FinalMiss(mode)))),
                Cells.Percent(modes.Max(run.SingularMiss)),
                Cells.Percent(modes.Max(run.Noise)),
                Cells.Percent(modes.Max(run.Miss)),
                Cells.Fixed(run.Excess, 2));
        }

        return table;
    }

    /// <summary>The worst misses in a sentence for each width.</summary>
    public static string Summary(IReadOnlyList<Learning> runs) => string.Join("\n", runs.Select(run =>
    {
        var modes = Enumerable.Range(0, run.Modes.Count).ToArray();
        return string.Create(CultureInfo.InvariantCulture,
            $"Width {run.Width}, {run.Seen} a step, {run.Steps:N0} steps: the first {modes.Length} singular values of W are within " +
            $"{100 * modes.Max(mode => Math.Abs(run.FinalMiss(mode))):F1}% of the closed form at the end and within " +
            $"{100 * modes.Max(run.SingularMiss):F1}% of their final size all the way ({100 * modes.Max(run.Noise):F1}% root mean " +
            $"square in the last quarter); single modes within {100 * modes.Max(run.Miss):F1}%. |W W' - M*| is {run.Excess:F2} times " +
            $"the least at this width.");
    }));

    /// <summary>What a step sees, as a cell.</summary>
    public static TableCell Pairs(Learning run) => run.Batch == 0 ? new TableCell("all", Numeric: true) : Cells.Whole(run.Batch);

    public static ReportTable Neighbours(Learning run)
    {
        var table = new ReportTable("word", "nearest");
        foreach (var (word, nearest) in run.Neighbours.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            table.Row(word, nearest);
        }

        return table;
    }
}
