using Parameterize.Experiments;

namespace Parameterize.Samples.WordEmbeddings;

/// <summary>The page.</summary>
internal static class Report
{
    private const string Command = "./build.sh demo WordEmbeddings";
    private const int Drawn = 6;

    public static ReportPage Page(IReadOnlyList<Learning> runs, TextTask task) =>
        new ReportPage("Word vectors, one mode at a time")
        {
            Introduction = FormattableString.Invariant($"A quadratic word embedding model (arXiv 2502.09863) with one matrix W, trained on the expected loss over all pairs of {task.Size} words within 16 of each other: {task.Corpus.Source}, {task.Corpus.Words:N0} words."),
        }
        .Section(
            "Modes arrive when they should, at every width",
            $"Size of the leading modes of W over time. Dashed: the closed form, from the eigenvalue and the size at the start alone. {Tables.Summary(runs)}",
            Curves(runs),
            Tables.Modes(runs),
            Command)
        .Section(
            "The spectrum of the text",
            "Eigenvalues of M*, which the statistics of the text make; the positive ones are what W can learn.",
            Spectrum(task),
            command: Command)
        .Section("Nearest words", "By the cosine of their vectors, at the largest width.", table: Tables.Neighbours(runs[^1]), command: Command);

    private static ChartGrid Curves(IReadOnlyList<Learning> runs)
    {
        var grid = new ChartGrid("Size of modes over time") { Columns = 2 };
        foreach (var run in runs)
        {
            var chart = new Chart(FormattableString.Invariant($"width {run.Width}")) { X = Axis.Linear("time t"), Y = Axis.Linear("size of the mode") };
            foreach (var mode in Enumerable.Range(0, Math.Min(Drawn, run.Modes.Count)))
            {
                var color = SeriesColor.Sequence(mode, Math.Min(Drawn, run.Modes.Count));
                chart.Line(FormattableString.Invariant($"mode {mode + 1}"), run.Times.Zip(run.Sizes[mode]), style: LineStyle.Of(color) with { Markers = false });
                chart.Line("closed form", run.Times.Select(time => (time, run.Modes[mode].SizeAt(time))), style: new LineStyle { Color = color, Dashed = true, Markers = false });
            }

            grid.Add(chart);
        }

        return grid;
    }

    private static Chart Spectrum(TextTask task) => new Chart("Eigenvalues of M*") { X = Axis.Log10("rank"), Y = Axis.Log10("eigenvalue") }
        .Line("positive eigenvalues", task.Eigenvalues.TakeWhile(value => value > 0).Take(200).Select((value, index) => (index + 1.0, value)), style: new LineStyle { Markers = false });
}
