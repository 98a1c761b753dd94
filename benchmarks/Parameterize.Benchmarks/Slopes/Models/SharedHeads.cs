using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Benchmarks.Slopes.Models;

/// <summary>A GPT block whose queries share one head of keys and values, with a positional table.</summary>
[Parameterize(BaseWidth = 64)]
internal sealed partial class SharedHeads : Module<Tensor, Tensor>
{
    private readonly Embedding _words;
    private readonly Embedding _places;
    private readonly LayerNorm _before;
    private readonly Linear _query;
    private readonly Linear _key;
    private readonly Linear _value;
    private readonly Linear _gather;
    private readonly LayerNorm _between;
    private readonly Linear _up;
    private readonly Linear _down;
    private readonly LayerNorm _after;
    private readonly Linear _readout;

    public SharedHeads([Width] long width, [Richness] double richness)
        : base(nameof(SharedHeads))
    {
        _words = Embedding(Tasks.Vocabulary, width);
        _places = Embedding(Tasks.Time, width);
        _before = LayerNorm(width);
        _query = Linear(width, width);
        _key = Linear(width, 16);
        _value = Linear(width, 16);
        _gather = Linear(width, width);
        _between = LayerNorm(width);
        _up = Linear(width, 4 * width);
        _down = Linear(4 * width, width);
        _after = LayerNorm(width);
        _readout = Linear(width, Tasks.Vocabulary);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x)
    {
        var stream = Words(x) + Places(arange(x.shape[1]));
        var normed = Before(stream);
        var queries = Query(normed).unflatten(2, -1, 16).transpose(1, 2);
        var logits = queries.matmul(Key(normed).unsqueeze(1).transpose(-2, -1)) / 4.0;
        var weights = logits.masked_fill(Tasks.Future, double.NegativeInfinity).softmax(-1);
        stream = stream + Gather(weights.matmul(Value(normed).unsqueeze(1)).transpose(1, 2).flatten(2));
        stream = stream + Down(functional.gelu(Up(Between(stream))));
        return Readout(After(stream)).flatten(0, 1);
    }
}

/// <summary>A block of the same with heads of their own, which multiply, and a readout tied to the embedding: at r = 1/2 alone.</summary>
[Parameterize(BaseWidth = 64)]
internal sealed partial class TiedGpt : Module<Tensor, Tensor>
{
    [Input(InitStd = 0.1)] private readonly Embedding _words;
    private readonly LayerNorm _before;
    private readonly Linear _attention;
    private readonly Linear _gather;
    private readonly LayerNorm _after;
    [Output(TiedTo = nameof(_words))] private readonly Linear _readout;

    public TiedGpt([Width] long width, [Richness] double richness)
        : base(nameof(TiedGpt))
    {
        _words = Embedding(Tasks.Vocabulary, width);
        _before = LayerNorm(width);
        _attention = Linear(width, 3 * width);
        _gather = Linear(width, width);
        _after = LayerNorm(width);
        _readout = Linear(width, Tasks.Vocabulary, hasBias: false);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x)
    {
        var stream = Words(x);
        var parts = Attention(Before(stream)).unflatten(2, -1, 3, 16).unbind(3);
        var mixed = functional.scaled_dot_product_attention(
            parts[0].transpose(1, 2), parts[1].transpose(1, 2), parts[2].transpose(1, 2), is_casual: true);
        stream = stream + Gather(mixed.transpose(1, 2).flatten(2));
        return Readout(After(stream)).flatten(0, 1);
    }
}
