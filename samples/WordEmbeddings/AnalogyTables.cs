using System.Globalization;
using Parameterize.Charts.Report;

namespace Parameterize.Samples.WordEmbeddings;

/// <summary>Analogies in numbers.</summary>
internal static class AnalogyTables
{
    /// <summary>How much is asked, and what chance would score.</summary>
    public static string Questions(AnalogyQuiz quiz) =>
        quiz.Questions == 0 ? "No analogy has its words in this vocabulary." : string.Create(
            CultureInfo.InvariantCulture,
            $"{quiz.Categories.Sum(category => category.Pairs.Count)} of {quiz.Categories.Sum(category => category.Listed)} " +
            $"listed pairs have both words in the vocabulary, which makes {quiz.Questions:N0} questions; chance is right in " +
            $"{100 * quiz.Chance(1):F1}% at once and in {100 * quiz.Chance(5):F1}% among five, at place " +
            $"{(quiz.Words - 2) / 2} in the middle.");

    /// <summary>The run on all pairs whose vectors are widest.</summary>
    public static Learning Widest(IReadOnlyList<Learning> runs) => runs.Where(run => run.Batch == 0).MaxBy(run => run.Width)!;

    /// <summary>All questions: the closed form of each rank, then the runs at their end.</summary>
    public static ReportTable ByRank(IReadOnlyList<ClosedForm> ranks, IReadOnlyList<Learning> runs)
    {
        var table = new ReportTable("vectors", "modes", "right", "top 5", "place", "c alone", "c top 5");
        foreach (var form in ranks)
        {
            Add("closed form", form.Rank, form.Answers);
        }

        foreach (var run in runs.Where(run => run.Answers.Count > 0))
        {
            Add(run.Name, (int)run.Course[^1].Learned, run.Answers);
        }

        return table;

        void Add(string vectors, int modes, IReadOnlyList<AnalogyScore> answers)
        {
            var sum = AnalogyQuiz.Sum(answers);
            table.Row(vectors, Cells.Whole(modes), Cells.Percent(sum.Right(1)), Cells.Percent(sum.Right(5)), Cells.Whole(sum.Median),
                Cells.Percent(sum.RightOfNearest(1)), Cells.Percent(sum.RightOfNearest(5)));
        }
    }

    /// <summary>One set of vectors, by relation.</summary>
    public static ReportTable ByCategory(IReadOnlyList<AnalogyScore> answers, AnalogyQuiz quiz)
    {
        var table = new ReportTable("relation", "pairs", "asked", "right", "top 5", "place", "c alone", "c top 5");
        foreach (var (score, category) in answers.Zip(quiz.Categories))
        {
            table.Row(
                score.Category, $"{category.Pairs.Count}/{category.Listed}", Cells.Whole(score.Questions), Cells.Percent(score.Right(1)),
                Cells.Percent(score.Right(5)), Cells.Whole(score.Median), Cells.Percent(score.RightOfNearest(1)),
                Cells.Percent(score.RightOfNearest(5)));
        }

        return table;
    }
}
