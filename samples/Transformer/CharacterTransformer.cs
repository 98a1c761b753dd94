using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Samples.Transformer;

/// <summary>
/// Predicts each next character of a text: embeddings of characters and of places, blocks of attention and feed-forward networks, a
/// readout. Kinds are read off the constructor; the blocks are models of their own, which scale themselves.
/// </summary>
[Parameterize(BaseWidth = 64)]
public sealed partial class CharacterTransformer : Module<Tensor, Tensor>
{
    private readonly Embedding _characters;
    private readonly Embedding _places;
    private readonly ModuleList<Block> _blocks;
    private readonly LayerNorm _norm;
    private readonly Linear _readout;

    /// <summary>Builds the model and draws its parameters.</summary>
    /// <param name="vocabulary">How many characters there are.</param>
    /// <param name="window">How many characters are seen at most.</param>
    /// <param name="width">The width of the stream.</param>
    /// <param name="headWidth">The width of a head.</param>
    /// <param name="depth">How many blocks there are.</param>
    /// <param name="richness">r: 0 is NTK (lazy), 0.5 is muP (rich).</param>
    /// <param name="showLogits">Whether attention is written out, so that its logits can be observed.</param>
    public CharacterTransformer(
        long vocabulary, long window, [Width] long width, long headWidth, long depth, [Richness] double richness, bool showLogits = false)
        : base(nameof(CharacterTransformer))
    {
        _characters = Embedding(vocabulary, width);
        _places = Embedding(window, width);
        _blocks = new ModuleList<Block>();
        for (long i = 0; i < depth; i++)
        {
            _blocks.append(new Block(width, headWidth, depth, richness, showLogits));
        }

        _norm = LayerNorm(width);
        _readout = Linear(width, vocabulary);
        InitializeParameters(richness);
    }

    /// <summary>From indices of characters [batch, time] to logits [batch, time, vocabulary].</summary>
    public override Tensor forward(Tensor input)
    {
        var stream = Characters(input) + Places(arange(input.shape[1], ScalarType.Int64));
        foreach (var block in _blocks)
        {
            stream = block.call(stream);
        }

        return Readout(Norm(stream));
    }
}
