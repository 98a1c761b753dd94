using Parameterize.Experiments;
using static TorchSharp.torch;

namespace Parameterize.Samples.Mlp;

/// <summary>Next-character prediction on a text: windows of codes in, the code that follows out.</summary>
internal sealed class TextTask
{
    public const int Window = 16;
    private const int BatchSize = 64;
    private const int MostFrequentCharacters = 95;
    private readonly EncodedCorpus _text;

    public TextTask(CharacterCorpus corpus)
    {
        Source = corpus.Source;
        Length = corpus.Text.Length;
        _text = corpus.Encode(MostFrequentCharacters);
        Training = new TrainingTask(Batch, (logits, next) => nn.functional.cross_entropy(logits, next));
    }

    public string Source { get; }

    public int Length { get; }

    public int Vocabulary => _text.Vocabulary.Count;

    public TrainingTask Training { get; }

    /// <summary>The SDK's XML documentation, or a file.</summary>
    public static TextTask Of(FileInfo? file) =>
        new(file is null ? CharacterCorpus.FromReferencePacks() : CharacterCorpus.FromFile(file.FullName));

    private (Tensor Inputs, Tensor Targets) Batch(int seed, long step)
    {
        var batch = _text.Sampler(Window, BatchSize, seed).Batch(step);
        return (tensor(batch.Inputs).reshape(batch.Size, batch.Window), tensor(batch.Next));
    }
}
