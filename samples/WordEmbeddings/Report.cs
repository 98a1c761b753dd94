using System.Globalization;
using Parameterize.Charts;
using Parameterize.Charts.Axes;
using Parameterize.Charts.Report;

namespace Parameterize.Samples.WordEmbeddings;

/// <summary>The page.</summary>
internal static class Report
{
    private const int Drawn = 6;

    public static ReportPage Page(IReadOnlyList<Learning> runs, EmbeddingTask task, AnalogyQuiz quiz, IReadOnlyList<ClosedForm> ranks)
    {
        var page = Learned(runs, task);
        return quiz.Questions == 0 ? page : Analogies(page, runs, quiz, ranks);
    }

    private static ReportPage Learned(IReadOnlyList<Learning> runs, EmbeddingTask task) =>
        new ReportPage("Word vectors, one mode at a time")
        {
            Introduction = string.Create(
                CultureInfo.InvariantCulture,
                $"A quadratic word embedding model (arXiv 2502.09863) with one matrix W, trained on pairs of {task.Size} words within " +
                $"16 of each other: {task.Corpus.Source}, {task.Corpus.Words:N0} words. Both ways are shown: by the expected loss over " +
                $"all pairs, and by batches of pairs drawn from the text."),
        }
        .Section(
            "Modes arrive when they should, at every width",
            "Size of the leading modes of W over time, |v'W|. Dashed: the closed form, from the eigenvalue and the size at the start " +
            "alone. The table has the singular values of W: at the end, what the closed forms of all modes make, and the worst " +
            "distance over the run relative to the final size. Batches turn modes of near eigenvalues into one another, which singular " +
            "values do not see.",
            Curves(runs),
            Tables.Modes(runs))
        .Section(
            "How near the closed form",
            "The worst of the leading singular values of W, relative to their final sizes: at the end, at any time, and by root mean " +
            "square over the last quarter; then the worst of single modes at any time. The last column is |W W' - M*| over the least " +
            "that the width allows.",
            table: Tables.Misses(runs))
        .Section(
            "One subspace at a time",
            "The largest angle between the span of W's first k left singular vectors and that of the first k eigenvectors of M*. Each " +
            "falls when mode k has come; those whose last eigenvalue has another close by stay open, as the span itself is hardly defined.",
            SubspaceTables.Angles(runs),
            SubspaceTables.AngleTable(runs))
        .Section(
            "What the leading subspaces are about",
            $"The words with the largest weights on either side of the trained W's leading directions, {AnalogyTables.Widest(runs).Name}.",
            table: SubspaceTables.Words(AnalogyTables.Widest(runs)))
        .Section(
            "The spectrum of the text",
            "Eigenvalues of M*, which the statistics of the text make; the positive ones are what W can learn.",
            Spectrum(task))
        .Section("Nearest words", "By the cosine of their vectors, at the largest width.", table: Tables.Neighbours(runs[^1]));

    private static ReportPage Analogies(ReportPage page, IReadOnlyList<Learning> runs, AnalogyQuiz quiz, IReadOnlyList<ClosedForm> ranks) =>
        page
        .Section(
            "Analogies come with the modes",
            $"Part of the questions a : b :: c : d whose d is the nearest vector to `w_b - w_a + w_c`, or among the five nearest. " +
            $"{AnalogyTables.Questions(quiz)} The closed form of a rank is what W is when that many modes have been learned and " +
            "nothing else; runs stand where the modes that should have come by then put them. Dashed: what the nearest vectors to " +
            "`w_c` alone would score, with the same three words left out; where it is the higher one, the relation adds nothing.",
            AnalogyCharts.ByRank(ranks, runs),
            AnalogyTables.ByRank(ranks, runs))
        .Section(
            "When each relation comes",
            "Part of a relation's questions whose answer is among the five nearest, over training, beside the same of the closed form of " +
            "W at that time, which is made of eigenvectors, eigenvalues and the sizes at the start. The table has the time at which half " +
            "of the final score is reached, for relations of 40 questions or more that end at ten times chance or above.",
            SubspaceTables.AcquiredCurves(AnalogyTables.Widest(runs)),
            SubspaceTables.Acquired(runs))
        .Section(
            "Analogies by relation",
            $"At {AnalogyTables.Widest(runs).Name}.",
            table: AnalogyTables.ByCategory(AnalogyTables.Widest(runs).Answers, quiz));

    private static ChartGrid Curves(IReadOnlyList<Learning> runs)
    {
        var grid = new ChartGrid("Size of modes over time") { Columns = 2 };
        foreach (var run in runs)
        {
            var chart = new Chart(FormattableString.Invariant($"width {run.Width}, {run.Seen} a step"))
            {
                X = Axis.Linear("time t"),
                Y = Axis.Linear("size of the mode")
            };
            foreach (var mode in Enumerable.Range(0, Math.Min(Drawn, run.Modes.Count)))
            {
                var color = SeriesColor.Sequence(mode, Math.Min(Drawn, run.Modes.Count));
                chart.Line(FormattableString.Invariant($"mode {mode + 1}"), run.Times.Zip(run.Sizes[mode]),
                    style: LineStyle.Of(color));
                chart.Line("closed form", run.Times.Select(time => (time, run.Modes[mode].SizeAt(time))),
                    style: new LineStyle { Color = color, Dashed = true, Markers = false });
            }

            grid.Add(chart);
        }

        return grid;
    }

    private static Chart Spectrum(EmbeddingTask task) =>
        new Chart("Eigenvalues of M*") { X = Axis.Log10("rank"), Y = Axis.Log10("eigenvalue") }
        .Line("positive eigenvalues", task.Eigenvalues.TakeWhile(value => value > 0).Take(200)
            .Select((value, index) => (index + 1.0, value)), style: new LineStyle { Markers = false });
}
