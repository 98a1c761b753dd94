using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Benchmarks.Slopes.Models;

/// <summary>A GPT block with both: queries share one head of keys and values, and the readout is the embedding. At r = 1/2 alone.</summary>
[Parameterize(BaseWidth = 64)]
internal sealed partial class TiedSharedHeads : Module<Tensor, Tensor>
{
    [Input(InitStd = 0.1)] private readonly Embedding _words;
    private readonly LayerNorm _before;
    private readonly Linear _query;
    private readonly Linear _key;
    private readonly Linear _value;
    private readonly Linear _gather;
    private readonly LayerNorm _after;
    [Output(TiedTo = nameof(_words))] private readonly Linear _readout;

    public TiedSharedHeads([Width] long width, [Richness] double richness)
        : base(nameof(TiedSharedHeads))
    {
        _words = Embedding(Tasks.Vocabulary, width);
        _before = LayerNorm(width);
        _query = Linear(width, width);
        _key = Linear(width, 16);
        _value = Linear(width, 16);
        _gather = Linear(width, width);
        _after = LayerNorm(width);
        _readout = Linear(width, Tasks.Vocabulary, hasBias: false);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x)
    {
        var stream = Words(x);
        var normed = Before(stream);
        var queries = Query(normed).unflatten(2, -1, 16).transpose(1, 2);
        var mixed = functional.scaled_dot_product_attention(
            queries, Key(normed).unsqueeze(1), Value(normed).unsqueeze(1), is_casual: true);
        return Readout(After(stream + Gather(mixed.transpose(1, 2).flatten(2)))).flatten(0, 1);
    }
}
