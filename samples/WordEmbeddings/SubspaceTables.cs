using System.Globalization;
using Parameterize.Charts;
using Parameterize.Charts.Axes;
using Parameterize.Charts.Report;

namespace Parameterize.Samples.WordEmbeddings;

/// <summary>What W's directions are: angles to the target's, words, and when relations come.</summary>
internal static class SubspaceTables
{
    private static readonly int[] Drawn = [1, 2, 4, 8];

    /// <summary>The angle between spans of leading directions over time, a panel each run.</summary>
    public static ChartGrid Angles(IReadOnlyList<Learning> runs)
    {
        var grid = new ChartGrid("Angle between the spans of leading directions of W and of M*") { Columns = 2 };
        foreach (var run in runs)
        {
            int[] drawn = [.. Drawn.Where(count => count <= run.Angles.Count)];
            var chart = new Chart(FormattableString.Invariant($"width {run.Width}, {run.Seen} a step"))
            {
                X = Axis.Linear("time t"),
                Y = Axis.Linear("degrees").Within(0, 90),
            };
            foreach (var (index, count) in drawn.Index())
            {
                chart.Line(
                    FormattableString.Invariant($"{count} of them"),
                    run.Times.Zip(run.Angles[count - 1]),
                    style: LineStyle.Of(SeriesColor.Sequence(index, drawn.Length)) with { Markers = false });
            }

            grid.Add(chart);
        }

        return grid;
    }

    /// <summary>The same angles in numbers: at the start, when the last of the modes should have come, and at the end.</summary>
    public static ReportTable AngleTable(IReadOnlyList<Learning> runs)
    {
        var table = new ReportTable("width", "pairs", "directions", "at the start", "when they should have come", "at the end");
        foreach (var run in runs)
        {
            foreach (var count in Enumerable.Range(1, run.Angles.Count))
            {
                var come = 1.25 * run.Modes.Take(count).Max(mode => mode.Arrival); // a mode is nearly as large as it gets then
                var when = Math.Min(run.Times.Count - 1, run.Times.TakeWhile(time => time < come).Count());
                var angles = run.Angles[count - 1];
                table.Row(
                    Cells.Whole(run.Width), Tables.Pairs(run), Cells.Whole(count), Cells.Fixed(angles[0], 1),
                    Cells.Fixed(angles[when], 1), Cells.Fixed(angles[^1], 1));
            }
        }

        return table;
    }

    /// <summary>What each leading direction of the trained W sets against what.</summary>
    public static ReportTable Words(Learning run)
    {
        var table = new ReportTable("mode", "eigenvalue", "one side", "the other");
        foreach (var words in run.Directions)
        {
            table.Row(Cells.Whole(words.Mode), run.Modes[words.Mode - 1].Eigenvalue, words.Side, words.Other);
        }

        return table;
    }

    /// <summary>Half of the final score: when the closed form reaches it, and when training does.</summary>
    public static ReportTable Acquired(IReadOnlyList<Learning> runs)
    {
        var table = new ReportTable("width", "pairs", "relation", "asked", "top 5 at the end", "predicted t", "measured t", "off by");
        foreach (var run in runs)
        {
            foreach (var relation in run.Acquired.Where(relation => relation.IsLearned).OrderBy(relation => relation.PredictedTime))
            {
                table.Row(
                    Cells.Whole(run.Width), Tables.Pairs(run), relation.Category, Cells.Whole(relation.Questions),
                    Cells.Percent(relation.Measured[^1]), relation.PredictedTime, relation.MeasuredTime, Cells.Deviation(Off(relation)));
            }
        }

        return table;
    }

    /// <summary>Score over time of each relation, with the closed form's.</summary>
    public static ChartGrid AcquiredCurves(Learning run)
    {
        var grid = new ChartGrid($"Relations answered over time, {run.Name}") { Columns = 3, Range = PanelRange.Own };
        foreach (var relation in run.Acquired.Where(relation => relation.IsLearned))
        {
            var chart = new Chart(relation.Category) { X = Axis.Linear("time t"), Y = Axis.Linear("% right among five") };
            chart.Line("trained", relation.Times.Zip(relation.Measured, (time, part) => (time, 100 * part)),
                style: LineStyle.Of(SeriesColor.Categorical(0)) with { Markers = false });
            chart.Line("closed form", relation.Times.Zip(relation.Predicted, (time, part) => (time, 100 * part)),
                style: new LineStyle { Color = SeriesColor.Categorical(1), Dashed = true, Markers = false });
            grid.Add(chart);
        }

        return grid;
    }

    /// <summary>Angles and times in sentences.</summary>
    public static string Summary(IReadOnlyList<Learning> runs)
    {
        var lines = runs.Where(run => run.Angles.Count > 0).Select(run => string.Create(
            CultureInfo.InvariantCulture,
            $"Width {run.Width}, {run.Seen} a step: the first {run.Angles.Count} directions of W span what the first eigenvectors do " +
            $"within {run.Angles.Select(angles => angles[^1]).Order().ElementAt(run.Angles.Count / 2):F1} " +
            $"degrees in the middle, {run.Angles.Max(angles => angles[^1]):F1} at worst{Relations(run)}."));
        return string.Join("\n", lines);

        static string Relations(Learning run)
        {
            double[] off = [.. run.Acquired.Where(relation => relation.IsLearned).Select(Off)];
            if (off.Length < 2)
            {
                return "";
            }

            var summary = Experiments.Statistics.Summary.Of(off);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"; {off.Length} relations come {100 * summary.Mean:+0.0;-0.0} ± {100 * summary.StandardError:F1}% after their " +
                $"predicted time, {100 * off.Max(Math.Abs):F1}% at most");
        }
    }

    private static double Off(Acquisition relation) => relation.MeasuredTime / relation.PredictedTime - 1;
}
