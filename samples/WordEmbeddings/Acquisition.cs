using Parameterize.Experiments.Sweeps;

namespace Parameterize.Samples.WordEmbeddings;

/// <summary>All questions asked at one time of training, of W and of what the closed form says that W is.</summary>
internal sealed record Answered(double Time, int Learned, IReadOnlyList<AnalogyScore> Scores, IReadOnlyList<AnalogyScore> Predicted);

/// <summary>How one relation comes to be answered: the part of its questions right among five over time.</summary>
/// <param name="Category">The relation.</param>
/// <param name="Questions">How many there are.</param>
/// <param name="Times">t of each asking.</param>
/// <param name="Measured">By the trained W.</param>
/// <param name="Predicted">By the closed form of W at that time.</param>
/// <param name="Chance">What chance scores.</param>
internal sealed record Acquisition(
    string Category,
    int Questions,
    IReadOnlyList<double> Times,
    IReadOnlyList<double> Measured,
    IReadOnlyList<double> Predicted,
    double Chance)
{
    private const int First = 5;
    private const string Time = "asked at", MeasuredPrefix = "right of ", PredictedPrefix = "predicted right of ";

    // Below ten times chance, or with few questions, a few of them decide when half is reached.
    private const int LeastQuestions = 40;
    private const double LeastOverChance = 10;

    /// <summary>When half of the final score is reached by the closed form, which knows the eigenvalues and the start alone.</summary>
    public double PredictedTime => HalfTime(Times, Predicted);

    /// <summary>When half of the final score is reached in training.</summary>
    public double MeasuredTime => HalfTime(Times, Measured);

    /// <summary>Whether it is learned well enough for that to be a time.</summary>
    public bool IsLearned => Questions >= LeastQuestions && Math.Min(Measured[^1], Predicted[^1]) >= LeastOverChance * Chance;

    /// <summary>Adds what was answered, by relation.</summary>
    public static TrialResult Add(TrialResult result, IReadOnlyList<Answered> answers)
    {
        if (answers.Count == 0)
        {
            return result;
        }

        result = result.WithSeries(Time, answers.Select(answer => answer.Time));
        foreach (var (index, score) in answers[0].Scores.Index())
        {
            result = result.WithSeries(MeasuredPrefix + score.Category, answers.Select(answer => answer.Scores[index].Right(First)))
                .WithSeries(PredictedPrefix + score.Category, answers.Select(answer => answer.Predicted[index].Right(First)));
        }

        return result;
    }

    /// <summary>What <see cref="Add"/> has added.</summary>
    public static IReadOnlyList<Acquisition> Of(TrialResult result, AnalogyQuiz quiz) =>
        [.. quiz.Categories.Where(category => result.Series.ContainsKey(MeasuredPrefix + category.Name)).Select(category => new Acquisition(
            category.Name,
            category.Questions,
            result.Series[Time],
            result.Series[MeasuredPrefix + category.Name],
            result.Series[PredictedPrefix + category.Name],
            quiz.Chance(First)))];

    /// <summary>The first time at which a score reaches half of the last one, between two askings by a straight line.</summary>
    public static double HalfTime(IReadOnlyList<double> times, IReadOnlyList<double> scores)
    {
        var half = scores[^1] / 2;
        var index = scores.TakeWhile(score => score < half).Count();
        return index == 0
            ? times[0]
            : times[index - 1] + (times[index] - times[index - 1]) * (half - scores[index - 1]) / (scores[index] - scores[index - 1]);
    }
}
