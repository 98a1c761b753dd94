using Parameterize.Experiments;

namespace Parameterize.Samples.WordEmbeddings;

/// <summary>Gradient descent at one width, with the size of the leading modes along the way.</summary>
/// <param name="Width">d.</param>
/// <param name="Times">t = 2 * rate * steps of each record.</param>
/// <param name="Modes">Eigenvalue and initial size of each leading mode.</param>
/// <param name="Sizes">By mode, then by time: |v'W|; NaN where training diverged.</param>
/// <param name="SingularValues">Of W at the end, falling, as many as modes.</param>
/// <param name="Excess">|W W' - M*| over the least that width d allows; 1 when all modes that fit have been learned.</param>
/// <param name="Neighbours">The nearest words of some words, by the cosine of their vectors.</param>
internal sealed record Learning(
    long Width,
    IReadOnlyList<double> Times,
    IReadOnlyList<EmbeddingMode> Modes,
    IReadOnlyList<IReadOnlyList<double>> Sizes,
    IReadOnlyList<double> SingularValues,
    double Excess,
    IReadOnlyDictionary<string, string> Neighbours)
{
    /// <summary>The largest distance of a mode from its closed form over the run, relative to its final size.</summary>
    public double Miss(int mode) => Times
        .Select((time, index) => Math.Abs(Sizes[mode][index] - Modes[mode].SizeAt(time)))
        .Aggregate(0.0, Math.Max) / Math.Sqrt(Modes[mode].Eigenvalue);

    /// <summary>Singular value of W at the end over the closed form's, minus 1.</summary>
    public double FinalMiss(int mode) => SingularValues[mode] / Modes[mode].SizeAt(Times[^1]) - 1;

    /// <summary>From a result and what it depends on.</summary>
    public static Learning Of(TrialResult result, TextTask task)
    {
        var times = result.Series["time"];
        var count = result.Series["singularValues"].Length;
        var sizes = Enumerable.Range(0, count).Select(mode => (IReadOnlyList<double>)result.Series[$"mode {mode + 1}"]).ToArray();
        return new Learning(
            (long)result.NumericSetting("width"),
            times,
            [.. sizes.Select((size, mode) => new EmbeddingMode(task.Eigenvalues[mode], size[0]))],
            sizes,
            result.Series["singularValues"],
            result.Numbers["excess"],
            result.Settings.Where(setting => setting.Key.StartsWith(NearestWords.Prefix, StringComparison.Ordinal))
                .ToDictionary(setting => setting.Key[NearestWords.Prefix.Length..], setting => setting.Value));
    }
}
