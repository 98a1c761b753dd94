namespace Parameterize.Experiments.Corpora;

/// <summary>Draws batches of windows at random places of a text; see <see cref="EncodedCorpus.Sampler"/>.</summary>
public sealed class BatchSampler
{
    private readonly int[] codes;
    private readonly int boundary;
    private readonly int window;
    private readonly int batchSize;
    private readonly int seed;

    internal BatchSampler(int[] codes, int boundary, int window, int batchSize, int seed)
    {
        this.codes = codes;
        this.boundary = boundary;
        this.window = window;
        this.batchSize = batchSize;
        this.seed = seed;
    }

    /// <summary>Batch number <paramref name="index"/> of a split: always the same one.</summary>
    /// <param name="index">Step of training, from 0.</param>
    /// <param name="split">Part of the text to draw from.</param>
    public CharacterBatch Batch(long index, CorpusSplit split = CorpusSplit.Training)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        var (first, end) = split == CorpusSplit.Training ? (0, boundary) : (boundary, codes.Length);
        var random = SplitMix.For(seed, (int)split, index);
        var inputs = new long[batchSize * window];
        var targets = new long[batchSize * window];
        var next = new long[batchSize];
        for (var b = 0; b < batchSize; b++)
        {
            var start = first + (int)random.Below(end - first - window);
            for (var t = 0; t < window; t++)
            {
                inputs[b * window + t] = codes[start + t];
                targets[b * window + t] = codes[start + t + 1];
            }

            next[b] = codes[start + window];
        }

        return new CharacterBatch(batchSize, window, inputs, next, targets);
    }
}
