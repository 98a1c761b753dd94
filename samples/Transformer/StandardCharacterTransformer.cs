using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Samples.Transformer;

/// <summary>
/// The network of <see cref="CharacterTransformer"/> in the standard parametrization, as plain TorchSharp trains it: to compare with.
/// </summary>
[Parameterize(Baseline = true, BaseWidth = 64)]
public sealed partial class StandardCharacterTransformer : Module<Tensor, Tensor>
{
    private readonly Embedding _characters;
    private readonly Embedding _places;
    private readonly ModuleList<StandardBlock> _blocks;
    private readonly LayerNorm _norm;
    private readonly Linear _readout;

    /// <summary>Builds the model and draws its parameters.</summary>
    /// <param name="vocabulary">How many characters there are.</param>
    /// <param name="window">How many characters are seen at most.</param>
    /// <param name="width">The width of the stream.</param>
    /// <param name="headWidth">The width of a head.</param>
    /// <param name="depth">How many blocks there are.</param>
    public StandardCharacterTransformer(long vocabulary, long window, [Width] long width, long headWidth, long depth)
        : base(nameof(StandardCharacterTransformer))
    {
        _characters = Embedding(vocabulary, width);
        _places = Embedding(window, width);
        _blocks = new ModuleList<StandardBlock>();
        for (long i = 0; i < depth; i++)
        {
            _blocks.append(new StandardBlock(width, headWidth));
        }

        _norm = LayerNorm(width);
        _readout = Linear(width, vocabulary);
        InitializeParameters();
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
