using System.Globalization;
using Parameterize.Experiments.Sweeps;
using static TorchSharp.torch;

namespace Parameterize.Samples.WordEmbeddings;

/// <summary>The words that one of W's leading directions sets against each other: what it is about.</summary>
/// <param name="Mode">Its number, from 1.</param>
/// <param name="Side">The words with the largest weights, on the side of the very largest.</param>
/// <param name="Other">Those of the other side.</param>
internal sealed record ModeWords(int Mode, string Side, string Other)
{
    private const string SidePrefix = "side ", OtherPrefix = "other side ";
    private const int Count = 7;

    /// <summary>Adds the words of each direction.</summary>
    /// <param name="result">The result to add to.</param>
    /// <param name="directions">[V, modes], a column each.</param>
    /// <param name="vocabulary">V words.</param>
    public static TrialResult Add(TrialResult result, Tensor directions, IReadOnlyList<string> vocabulary)
    {
        for (var mode = 0; mode < directions.shape[1]; mode++)
        {
            using var scope = NewDisposeScope();
            var weights = directions.select(1, mode).data<double>().ToArray();
            var sign = Math.Sign(weights.MaxBy(Math.Abs));
            var sorted = weights.Select((weight, word) => (Weight: sign * weight, Word: vocabulary[word]))
                .OrderByDescending(one => one.Weight).ToArray();
            result = result.With(Name(SidePrefix, mode + 1), Words(sorted.Where(one => one.Weight > 0)))
                .With(Name(OtherPrefix, mode + 1), Words(sorted.Reverse().Where(one => one.Weight < 0)));
        }

        return result;

        static string Words(IEnumerable<(double Weight, string Word)> side) => string.Join(", ", side.Take(Count).Select(one => one.Word));
    }

    /// <summary>What <see cref="Add"/> has added.</summary>
    public static IReadOnlyList<ModeWords> Of(TrialResult result, int modes) =>
        [.. Enumerable.Range(1, modes).Select(mode =>
            new ModeWords(mode, result.Settings[Name(SidePrefix, mode)], result.Settings[Name(OtherPrefix, mode)]))];

    private static string Name(string prefix, int mode) => prefix + mode.ToString("00", CultureInfo.InvariantCulture);
}
