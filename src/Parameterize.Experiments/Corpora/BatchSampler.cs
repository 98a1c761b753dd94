namespace Parameterize.Experiments.Corpora;

/// <summary>Draws batches of windows at random places of a text; see <see cref="EncodedCorpus.Sampler"/>.</summary>
public sealed class BatchSampler
{
    private readonly int[] _codes;
    private readonly int _boundary;
    private readonly int _window;
    private readonly int _batchSize;
    private readonly int _seed;

    internal BatchSampler(int[] codes, int boundary, int window, int batchSize, int seed)
    {
        _codes = codes;
        _boundary = boundary;
        _window = window;
        _batchSize = batchSize;
        _seed = seed;
    }

    /// <summary>Batch number <paramref name="index"/> of a split: always the same one.</summary>
    /// <param name="index">Step of training, from 0.</param>
    /// <param name="split">Part of the text to draw from.</param>
    public CharacterBatch Batch(long index, CorpusSplit split = CorpusSplit.Training)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        var (first, end) = split == CorpusSplit.Training ? (0, _boundary) : (_boundary, _codes.Length);
        var random = SplitMix.For(_seed, (int)split, index);
        var inputs = new long[_batchSize * _window];
        var targets = new long[_batchSize * _window];
        var next = new long[_batchSize];
        for (var b = 0; b < _batchSize; b++)
        {
            var start = first + (int)random.Below(end - first - _window);
            for (var t = 0; t < _window; t++)
            {
                inputs[b * _window + t] = _codes[start + t];
                targets[b * _window + t] = _codes[start + t + 1];
            }

            next[b] = _codes[start + _window];
        }

        return new CharacterBatch(_batchSize, _window, inputs, next, targets);
    }
}
