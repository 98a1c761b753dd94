using Parameterize.Charts;
using Parameterize.Charts.Axes;

namespace Parameterize.Samples.WordEmbeddings;

/// <summary>Analogies over the number of modes learned.</summary>
internal static class AnalogyCharts
{
    public static ChartGrid ByRank(IReadOnlyList<ClosedForm> ranks, IReadOnlyList<Learning> runs) =>
        new ChartGrid("Analogies answered, over the modes learned") { Columns = 2, Range = PanelRange.Own }
            .Add(Panel("right at once", 1, ranks, runs, point => point.First))
            .Add(Panel("right among five", 5, ranks, runs, point => point.Five));

    private static Chart Panel(
        string title, int first, IReadOnlyList<ClosedForm> ranks, IReadOnlyList<Learning> runs,
        Func<(double Learned, double First, double Five), double> right)
    {
        var chart = new Chart(title) { X = Axis.Log2("modes learned"), Y = Axis.Linear("% of questions") };
        var all = ranks.Select(form => (form.Rank, Score: AnalogyQuiz.Sum(form.Answers))).ToArray();
        chart.Line("closed form", all.Select(one => ((double)one.Rank, 100 * one.Score.Right(first))),
            style: LineStyle.Of(SeriesColor.Categorical(0)));
        foreach (var (run, index) in runs.Select((run, index) => (run, index)))
        {
            chart.Line(
                run.Name,
                run.Course.Where(point => point.Learned > 0).Select(point => (point.Learned, 100 * right(point))),
                style: LineStyle.Of(SeriesColor.Categorical(index + 1)));
        }

        return chart.Line(
            "closed form, c alone",
            all.Select(one => ((double)one.Rank, 100 * one.Score.RightOfNearest(first))),
            style: LineStyle.Of(SeriesColor.Categorical(0)) with { Dashed = true, Markers = false });
    }
}
