using Parameterize.Experiments.Corpora;

namespace Parameterize.Samples.WordEmbeddings;

/// <summary>Draws batches of skip-gram pairs from a text; see <see cref="WordCorpus.Pairs"/>.</summary>
public sealed class PairSampler
{
    private readonly int[] _codes;
    private readonly int[] _documentEnd;
    private readonly int _context;
    private readonly int _batchSize;
    private readonly int _seed;

    internal PairSampler(int[] codes, int boundary, int context, int batchSize, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(context, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        (_codes, _context, _batchSize, _seed) = (codes, context, batchSize, seed);
        _documentEnd = new int[codes.Length];
        var end = codes.Length;
        for (var place = codes.Length - 1; place >= 0; place--)
        {
            if (codes[place] == boundary)
            {
                end = place;
            }

            _documentEnd[place] = end;
        }

        if (!Enumerable.Range(0, codes.Length).Any(HasPair))
        {
            throw new ArgumentException(
                "No two words of the vocabulary stand within the context: take a longer text or more words.", nameof(codes));
        }
    }

    /// <summary>
    /// Batch number <paramref name="index"/>, always the same one: pairs (i, j) that occur, each with probability P_ij, and pairs by
    /// chance, with probability P_i P_j, which are words of two different pairs that occur.
    /// </summary>
    /// <param name="index">Step of training, from 0.</param>
    public PairBatch Batch(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        var random = SplitMix.For(_seed, stream: 0, index);
        var left = new int[_batchSize];
        var right = new int[_batchSize];
        for (var pair = 0; pair < _batchSize; pair++)
        {
            (left[pair], right[pair]) = Draw(ref random);
        }

        return new PairBatch(left, right, [.. right.Skip(1), right[0]]);
    }

    // A place and a distance, until they make a pair: every pair of the text is then as likely as any other, in either order.
    private (int Left, int Right) Draw(ref SplitMix random)
    {
        while (true)
        {
            var place = (int)random.Below(_codes.Length);
            var away = (int)random.Below(2 * _context);
            var other = place + 1 + away / 2;
            if (_codes[place] < 0 || other >= _documentEnd[place] || _codes[other] < 0)
            {
                continue;
            }

            return away % 2 == 0 ? (_codes[place], _codes[other]) : (_codes[other], _codes[place]);
        }
    }

    private bool HasPair(int place) => _codes[place] >= 0
        && Enumerable.Range(1, _context).Any(away => place + away < _documentEnd[place] && _codes[place + away] >= 0);
}

/// <summary>Skip-gram pairs: <c>(Left[k], Right[k])</c> occurs in the text, <c>(Left[k], Chance[k])</c> is by chance.</summary>
/// <param name="Left">A word each.</param>
/// <param name="Right">The word beside it.</param>
/// <param name="Chance">A word of another pair. With a batch of one there is no other, and it is the same.</param>
public sealed record PairBatch(IReadOnlyList<int> Left, IReadOnlyList<int> Right, IReadOnlyList<int> Chance);
