namespace Parameterize.Experiments.Corpora;

/// <summary>A text in codes, from which batches are drawn.</summary>
public sealed class EncodedCorpus
{
    private readonly int[] _codes;

    internal EncodedCorpus(CharacterVocabulary vocabulary, int[] codes)
    {
        Vocabulary = vocabulary;
        _codes = codes;
    }

    /// <summary>What the codes mean.</summary>
    public CharacterVocabulary Vocabulary { get; }

    /// <summary>
    /// Prepares the drawing of batches. Batch k depends on seed, k and the sizes alone, not on the batches before it: models of every
    /// width see the same text, and a run that is resumed goes on with the same batches.
    /// </summary>
    /// <param name="window">Characters in a window, at least 1.</param>
    /// <param name="batchSize">Windows in a batch, at least 1.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="validationFraction">Part of the text, from its end, that training never sees; between 0 and 1, both excluded.</param>
    /// <exception cref="ArgumentException">A part of the text is shorter than one window and the character after it.</exception>
    public BatchSampler Sampler(int window, int batchSize, int seed, double validationFraction = 0.1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        if (validationFraction is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(validationFraction), validationFraction, "The fraction lies between 0 and 1, both excluded.");
        }

        var boundary = (int)(_codes.Length * (1 - validationFraction));
        if (Math.Min(boundary, _codes.Length - boundary) <= window)
        {
            throw new ArgumentException(
                $"The text has {_codes.Length} characters, {boundary} for training and {_codes.Length - boundary} for validation: too " +
                $"few for a window of {window} and the character after it. Take a longer text or a shorter window.", nameof(window));
        }

        return new BatchSampler(_codes, boundary, window, batchSize, seed);
    }
}
