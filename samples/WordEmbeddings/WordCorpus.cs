using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Parameterize.Experiments.Corpora;

namespace Parameterize.Samples.WordEmbeddings;

/// <summary>
/// A text as words: runs of Latin letters in lower case. Markup is left out, and ends a document where it closes a member.
/// </summary>
public sealed partial class WordCorpus
{
    private const int Boundary = -1;
    private const int Rare = -2;
    private readonly int[] _codes;

    private WordCorpus(ImmutableArray<string> vocabulary, int[] codes, string source)
    {
        Vocabulary = vocabulary;
        _codes = codes;
        Source = source;
    }

    /// <summary>The most frequent words by falling frequency, ties in ordinal order.</summary>
    public ImmutableArray<string> Vocabulary { get; }

    /// <summary>Where the text is from.</summary>
    public string Source { get; }

    /// <summary>How many words of the vocabulary the text holds.</summary>
    public int Words => _codes.Count(code => code >= 0);

    /// <summary>Splits a text and keeps its most frequent words.</summary>
    /// <param name="corpus">Any text; of XML, what stands between the tags.</param>
    /// <param name="mostFrequent">V, how many words to keep, at least 2.</param>
    /// <exception cref="ArgumentException">The text has fewer different words.</exception>
    public static WordCorpus Of(CharacterCorpus corpus, int mostFrequent)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostFrequent, 2);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var tokens = new List<string?>();
        foreach (var match in WordOrTag().EnumerateMatches(corpus.Text))
        {
            var text = corpus.Text.AsSpan(match.Index, match.Length);
            if (text[0] != '<')
            {
                var word = text.ToString().ToLowerInvariant();
                tokens.Add(word);
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }
            else if (text.StartsWith("</member", StringComparison.Ordinal))
            {
                tokens.Add(null);
            }
        }

        if (counts.Count < mostFrequent)
        {
            throw new ArgumentException($"{corpus.Source} has {counts.Count} different words, and {mostFrequent} were asked for: take " +
                "a longer text.", nameof(corpus));
        }

        ImmutableArray<string> vocabulary =
            [.. counts.OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal).Take(mostFrequent)
                .Select(one => one.Key)];
        var code = vocabulary.Select((word, index) => (word, index))
            .ToDictionary(one => one.word, one => one.index, StringComparer.Ordinal);
        return new WordCorpus(
            vocabulary, [.. tokens.Select(token => token is null ? Boundary : code.GetValueOrDefault(token, Rare))], corpus.Source);
    }

    /// <summary>
    /// How often two words stand within a context of each other, in the same document: V x V, row by row, symmetric. Rare words take up
    /// room in the context and are not counted.
    /// </summary>
    /// <param name="context">How many words to either side, at least 1.</param>
    public double[] CountPairs(int context)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(context, 1);
        var size = Vocabulary.Length;
        var counts = new double[size * size];
        for (var i = 0; i < _codes.Length; i++)
        {
            if (_codes[i] < 0)
            {
                continue;
            }

            for (var j = i + 1; j < _codes.Length && j <= i + context && _codes[j] != Boundary; j++)
            {
                if (_codes[j] < 0)
                {
                    continue;
                }

                counts[_codes[i] * size + _codes[j]]++;
                counts[_codes[j] * size + _codes[i]]++;
            }
        }

        return counts;
    }

    /// <summary>Draws pairs at random from those that <see cref="CountPairs"/> counts.</summary>
    /// <param name="context">How many words to either side, at least 1.</param>
    /// <param name="batchSize">Pairs in a batch, at least 1.</param>
    /// <param name="seed">Same seed, same batches.</param>
    /// <exception cref="ArgumentException">The text has no pair.</exception>
    public PairSampler Pairs(int context, int batchSize, int seed) => new(_codes, Boundary, context, batchSize, seed);

    [GeneratedRegex("<[^<>]*>|[A-Za-z]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex WordOrTag();
}
