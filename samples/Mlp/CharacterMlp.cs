using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Samples.Mlp;

/// <summary>
/// Predicts the next character of a text from the window before it: a small frozen embedding, an input layer, two hidden layers and
/// a readout. The dial is a constructor argument here, so that one class serves every richness. The InitStd are those of the base
/// width, chosen so that signals keep their size from layer to layer.
/// </summary>
[Parameterize(BaseWidth = 64)]
public sealed partial class CharacterMlp : Module<Tensor, Tensor>
{
    /// <summary>How many numbers stand for a character.</summary>
    public const long NumbersPerCharacter = 8;

    [Unscaled] private readonly Embedding _characters;
    [Input(InitStd = 0.09)] private readonly Linear _embed;
    [Hidden(InitStd = 0.18)] private readonly Linear _mix;
    [Hidden(InitStd = 0.18)] private readonly Linear _refine;
    [Output(InitStd = 0.12)] private readonly Linear _readout;

    /// <summary>Builds the model and draws its parameters.</summary>
    /// <param name="vocabulary">How many characters there are.</param>
    /// <param name="window">How many characters are seen.</param>
    /// <param name="width">The width of the hidden layers.</param>
    /// <param name="richness">r: 0 is NTK (lazy), 0.5 is muP (rich).</param>
    public CharacterMlp(long vocabulary, long window, [Width] long width, [Richness] double richness)
        : base(nameof(CharacterMlp))
    {
        _characters = Embedding(vocabulary, NumbersPerCharacter);
        _embed = Linear(window * NumbersPerCharacter, width);
        _mix = Linear(width, width);
        _refine = Linear(width, width);
        _readout = Linear(width, vocabulary);
        InitializeParameters(richness);
        _characters.weight!.requires_grad = false;
    }

    /// <summary>From indices of characters [batch, window] to logits [batch, vocabulary].</summary>
    public override Tensor forward(Tensor input)
    {
        var x = _characters.call(input).flatten(1);
        return Readout(functional.gelu(Refine(functional.gelu(Mix(functional.gelu(Embed(x)))))));
    }
}
