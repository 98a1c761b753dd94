using Parameterize.Experiments.Sweeps;

namespace Parameterize.Samples.WordEmbeddings;

/// <summary>Gradient descent at one width, with the size of the leading modes along the way.</summary>
/// <param name="Width">d.</param>
/// <param name="Batch">Pairs of the text a step draws; 0 for the expected loss over all of them.</param>
/// <param name="Steps">How many there were.</param>
/// <param name="Times">t = 2 * rate * steps of each record.</param>
/// <param name="Modes">Eigenvalue and initial size of each leading mode.</param>
/// <param name="Sizes">By mode, then by time: |v'W|; NaN where training diverged.</param>
/// <param name="SingularValues">By rank, the largest first, then by time: of W; NaN where training diverged.</param>
/// <param name="Theory">The same by the closed forms of all modes.</param>
/// <param name="Excess">|W W' - M*| over the least that width d allows; 1 when all modes that fit have been learned.</param>
/// <param name="Neighbours">The nearest words of some words, by the cosine of their vectors.</param>
/// <param name="Answers">The analogies, by category, at the end.</param>
/// <param name="Course">Along the way: how many modes should have come, and the part of all questions right at once and among five.</param>
internal sealed record Learning(
    long Width,
    int Batch,
    int Steps,
    IReadOnlyList<double> Times,
    IReadOnlyList<EmbeddingMode> Modes,
    IReadOnlyList<IReadOnlyList<double>> Sizes,
    IReadOnlyList<IReadOnlyList<double>> SingularValues,
    IReadOnlyList<IReadOnlyList<double>> Theory,
    double Excess,
    IReadOnlyDictionary<string, string> Neighbours,
    IReadOnlyList<AnalogyScore> Answers,
    IReadOnlyList<(double Learned, double First, double Five)> Course)
{
    /// <summary>By number of leading modes, then by time: the largest angle between their span and that of W's, in degrees.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Angles { get; init; } = [];

    /// <summary>How each relation came to be answered.</summary>
    public IReadOnlyList<Acquisition> Acquired { get; init; } = [];

    /// <summary>The words with the largest weights in W's leading directions.</summary>
    public IReadOnlyList<ModeWords> Directions { get; init; } = [];

    /// <summary>What a step sees.</summary>
    public string Seen => Batch == 0 ? "all pairs" : FormattableString.Invariant($"{Batch:N0} pairs");

    /// <summary>As <c>width 64, all pairs</c>.</summary>
    public string Name => FormattableString.Invariant($"width {Width}, {(Batch == 0 ? "all pairs" : "batches")}");

    /// <summary>The largest distance of a mode from its closed form over the run, relative to its final size.</summary>
    public double Miss(int mode) =>
        Distances(Sizes[mode], Times.Select(Modes[mode].SizeAt)).Aggregate(0.0, Math.Max) / Math.Sqrt(Modes[mode].Eigenvalue);

    /// <summary>The largest distance of a singular value from the closed form's over the run, relative to its final size.</summary>
    public double SingularMiss(int rank) =>
        Distances(SingularValues[rank], Theory[rank]).Aggregate(0.0, Math.Max) / Math.Sqrt(Modes[rank].Eigenvalue);

    /// <summary>
    /// How far it is in the last quarter of the run, root mean square, relative to its final size: with batches, mostly their noise.
    /// </summary>
    public double Noise(int rank) =>
        Math.Sqrt(Distances(SingularValues[rank], Theory[rank]).Skip(3 * Times.Count / 4)
            .Average(distance => distance * distance) / Modes[rank].Eigenvalue);

    /// <summary>Singular value of W at the end over the closed form's, minus 1.</summary>
    public double FinalMiss(int rank) => SingularValues[rank][^1] / Theory[rank][^1] - 1;

    /// <summary>From a result and what it depends on.</summary>
    public static Learning Of(TrialResult result, EmbeddingTask task, AnalogyQuiz quiz)
    {
        var times = result.Series["time"];
        var count = result.Series.Keys.Count(name => name.StartsWith("mode ", StringComparison.Ordinal));
        var sizes = Each("mode");
        return new Learning(
            (long)result.NumericSetting("width"),
            (int)result.NumericSetting("batch"),
            (int)result.Numbers["steps"],
            times,
            [.. sizes.Select((size, mode) => new EmbeddingMode(task.Eigenvalues[mode], size[0]))],
            sizes,
            Each("singular"),
            Each("closed form"),
            result.Numbers["excess"],
            result.Settings.Where(setting => setting.Key.StartsWith(NearestWords.Prefix, StringComparison.Ordinal))
                .ToDictionary(setting => setting.Key[NearestWords.Prefix.Length..], setting => setting.Value),
            [.. quiz.Categories.Where(category => result.Series.ContainsKey(AnalogyScore.Prefix + category.Name)).Select(Answers)],
            [.. result.Series["learned"].Select(
                (learned, index) => (learned, result.Series["right1"][index], result.Series["right5"][index]))])
        {
            Angles = Diverged(result) ? [] : Each(LearnedDirections.Prefix.Trim()),
            Acquired = Acquisition.Of(result, quiz),
            Directions = Diverged(result) ? [] : ModeWords.Of(result, count),
        };

        IReadOnlyList<IReadOnlyList<double>> Each(string name) =>
            [.. Enumerable.Range(1, count)
                .Select(number => (IReadOnlyList<double>)result.Series[FormattableString.Invariant($"{name} {number}")])];

        AnalogyScore Answers(AnalogyCategory category) => new(
            category.Name,
            [.. result.Series[AnalogyScore.Prefix + category.Name].Select(rank => (int)rank)],
            [.. result.Series[AnalogyScore.PrefixOfNearest + category.Name].Select(rank => (int)rank)]);
    }

    private static bool Diverged(TrialResult result) => !result.Series.ContainsKey($"{LearnedDirections.Prefix}1");

    private static IEnumerable<double> Distances(IReadOnlyList<double> measured, IEnumerable<double> theory) =>
        measured.Zip(theory, (one, other) => Math.Abs(one - other));
}
