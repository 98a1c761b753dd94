using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>The smallest language model whose stream carries the embedding to the readout that shares it.</summary>
[Parameterize(BaseWidth = 64)]
internal sealed partial class TiedResidual : Module<Tensor, Tensor>
{
    public const long Vocabulary = NextToken.Vocabulary;

    [Input(InitStd = 0.1)] private readonly Embedding _words;
    private readonly Linear _up;
    private readonly Linear _down;
    private readonly LayerNorm _norm;
    [Output(TiedTo = nameof(_words))] private readonly Linear _readout;

    public TiedResidual([Width] long width, [Richness] double richness)
        : base(nameof(TiedResidual))
    {
        _words = Embedding(Vocabulary, width);
        _up = Linear(width, 2 * width);
        _down = Linear(2 * width, width);
        _norm = LayerNorm(width);
        _readout = Linear(width, Vocabulary, hasBias: false);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x)
    {
        var stream = Words(x);
        stream = stream + Down(functional.gelu(Up(stream)));
        return Readout(Norm(stream)).flatten(0, 1);
    }
}

/// <summary>The same, said to be free of the embedding: what the refusal is for can be measured.</summary>
[Parameterize(BaseWidth = 64)]
internal sealed partial class TiedAgainstAdvice : Module<Tensor, Tensor>
{
    [Input(InitStd = 0.1)] private readonly Embedding _words;
    private readonly LayerNorm _norm;
    [Output(TiedTo = nameof(_words), SeesEmbedding = false)] private readonly Linear _readout;

    public TiedAgainstAdvice([Width] long width, [Richness] double richness)
        : base(nameof(TiedAgainstAdvice))
    {
        _words = Embedding(TiedResidual.Vocabulary, width);
        _norm = LayerNorm(width);
        _readout = Linear(width, TiedResidual.Vocabulary, hasBias: false);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x) => Readout(Norm(Words(x))).flatten(0, 1);
}
