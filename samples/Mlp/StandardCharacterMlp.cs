using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Samples.Mlp;

/// <summary>
/// The network of <see cref="CharacterMlp"/> in the standard parametrization, as plain TorchSharp trains it: to compare with.
/// </summary>
[Parameterize(Baseline = true, BaseWidth = 64)]
public sealed partial class StandardCharacterMlp : Module<Tensor, Tensor>
{
    [Unscaled] private readonly Embedding _characters;
    [Input(InitStd = 0.09)] private readonly Linear _embed;
    [Hidden(InitStd = 0.18)] private readonly Linear _mix;
    [Hidden(InitStd = 0.18)] private readonly Linear _refine;
    [Output(InitStd = 0.12)] private readonly Linear _readout;

    /// <summary>Builds the model and draws its parameters.</summary>
    /// <param name="vocabulary">How many characters there are.</param>
    /// <param name="window">How many characters are seen.</param>
    /// <param name="width">The width of the hidden layers.</param>
    public StandardCharacterMlp(long vocabulary, long window, [Width] long width)
        : base(nameof(StandardCharacterMlp))
    {
        _characters = Embedding(vocabulary, CharacterMlp.NumbersPerCharacter);
        _embed = Linear(window * CharacterMlp.NumbersPerCharacter, width);
        _mix = Linear(width, width);
        _refine = Linear(width, width);
        _readout = Linear(width, vocabulary);
        InitializeParameters();
        _characters.weight!.requires_grad = false;
    }

    /// <summary>From indices of characters [batch, window] to logits [batch, vocabulary].</summary>
    public override Tensor forward(Tensor input)
    {
        var x = _characters.call(input).flatten(1);
        return Readout(functional.gelu(Refine(functional.gelu(Mix(functional.gelu(Embed(x)))))));
    }
}
