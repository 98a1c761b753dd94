using Parameterize.Experiments;
using Parameterize.Experiments.Corpora;
using static TorchSharp.torch;

namespace Parameterize.Samples;

/// <summary>Next-character prediction on a text: windows of codes in, the codes that follow out.</summary>
public sealed class TextTask
{
    private const int MostFrequentCharacters = 95;
    private readonly EncodedCorpus _text;
    private readonly int _batchSize;
    private readonly bool _everyPlace;

    /// <param name="corpus">The text.</param>
    /// <param name="window">How many characters are seen at once.</param>
    /// <param name="batchSize">How many windows a step takes.</param>
    /// <param name="everyPlace">Whether what follows each place is predicted, or what follows the window.</param>
    public TextTask(CharacterCorpus corpus, int window, int batchSize, bool everyPlace)
    {
        Source = corpus.Source;
        Length = corpus.Text.Length;
        Window = window;
        _text = corpus.Encode(MostFrequentCharacters);
        _batchSize = batchSize;
        _everyPlace = everyPlace;
        Training = new TrainingTask(Batch, (logits, next) => nn.functional.cross_entropy(logits.flatten(0, -2), next.flatten()));
    }

    public string Source { get; }

    public int Length { get; }

    public int Window { get; }

    /// <summary>What tells the text from others, in the ids of trials.</summary>
    public string Name => FormattableString.Invariant($"{Source}, {Length} characters");

    public int Vocabulary => _text.Vocabulary.Count;

    public TrainingTask Training { get; }

    private (Tensor Inputs, Tensor Targets) Batch(int seed, long step)
    {
        var batch = _text.Sampler(Window, _batchSize, seed).Batch(step);
        var inputs = tensor(batch.Inputs).reshape(batch.Size, batch.Window);
        return (inputs, _everyPlace ? tensor(batch.Targets).reshape(batch.Size, batch.Window) : tensor(batch.Next));
    }
}
