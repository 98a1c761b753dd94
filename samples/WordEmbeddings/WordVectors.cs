using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Samples.WordEmbeddings;

/// <summary>
/// A quadratic word embedding model (arXiv 2502.09863): one matrix W, words by width, both its input and its output layer, so that
/// the score of two words is <c>s = w_i . w_j</c>. A tied readout counts as input, and the readout's missing 1/n stands in the scores. At r
/// = 1/2 every width then learns the same modes at the same time.
/// </summary>
[Parameterize(Richness = Richness.MaximalUpdate, BaseWidth = BaseWidth)]
public sealed partial class WordVectors : Module<Tensor, Tensor>
{
    /// <summary>The width at which vectors are used as they are.</summary>
    public const int BaseWidth = 64;

    private readonly double _scale;

    [Input(InitStd = 0.01)] private readonly Embedding _words;

    /// <summary>Builds the model and draws W.</summary>
    /// <param name="vocabulary">V, how many words there are.</param>
    /// <param name="width">d, how many numbers stand for a word.</param>
    public WordVectors(long vocabulary, [Width] long width)
        : base(nameof(WordVectors))
    {
        _scale = Math.Sqrt((double)BaseWidth / width);
        _words = Embedding(vocabulary, width);
        InitializeParameters();
    }

    /// <summary>From indices of words [batch] to their vectors [batch, width], rows of W.</summary>
    public override Tensor forward(Tensor input) => Words(input) * _scale;
}
