using Parameterize.Experiments.Sweeps;
using static TorchSharp.torch;

namespace Parameterize.Samples.WordEmbeddings;

/// <summary>What a learned W says of words: those whose vectors point the same way.</summary>
internal static class NearestWords
{
    /// <summary>Of the settings that hold them.</summary>
    public const string Prefix = "near ";

    private const int Count = 5;
    private static readonly string[] Asked =
        ["string", "file", "key", "thread", "minimum", "exception", "month", "certificate", "json", "stream", "matrix", "server"];

    /// <summary>Adds the neighbours of each word asked for that the vocabulary has; of the most frequent words, if it has none.</summary>
    /// <param name="result">The result to add to.</param>
    /// <param name="vectors">W, [V, d].</param>
    /// <param name="vocabulary">V words.</param>
    public static TrialResult Add(TrialResult result, Tensor vectors, IReadOnlyList<string> vocabulary)
    {
        using var scope = NewDisposeScope();
        var directions = vectors / vectors.square().sum(dim: 1, keepdim: true).sqrt();
        string[] words = [.. Asked.Where(vocabulary.Contains)];
        if (words.Length == 0)
        {
            words = [.. vocabulary.Take(Count)];
        }

        foreach (var word in words)
        {
            var code = vocabulary.ToList().IndexOf(word);
            var (_, nearest) = directions.mv(directions[code]).topk(Count + 1);
            var others = nearest.data<long>().ToArray().Where(other => other != code).Take(Count);
            result = result.With(Prefix + word, string.Join(", ", others.Select(other => vocabulary[(int)other])));
        }

        return result;
    }
}
