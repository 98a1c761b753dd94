using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.MicrosoftMup;

/// <summary>One block of a transformer whose heads multiply: d_model, d_ff and the number of heads grow together.</summary>
[Parameterize(BaseWidth = 32, Gauge = Gauge.TensorPrograms)]
public sealed partial class MupTransformer : Module<Tensor, Tensor>
{
    private const long HeadWidth = 8;

    private readonly Embedding _characters;
    private readonly Embedding _places;
    private readonly LayerNorm _attentionNorm;
    private readonly Linear _query;
    private readonly Linear _key;
    private readonly Linear _value;
    private readonly Linear _gather;
    private readonly LayerNorm _feedNorm;
    private readonly Linear _expand;
    private readonly Linear _contract;
    private readonly LayerNorm _norm;
    private readonly Linear _readout;

    public MupTransformer([Width] long width)
        : base("transformer")
    {
        _characters = Embedding(50, width);
        _places = Embedding(16, width);
        _attentionNorm = LayerNorm(width);
        _query = Linear(width, width);
        _key = Linear(width, width);
        _value = Linear(width, width);
        _gather = Linear(width, width);
        _feedNorm = LayerNorm(width);
        _expand = Linear(width, 4 * width);
        _contract = Linear(4 * width, width);
        _norm = LayerNorm(width);
        _readout = Linear(width, 50);
        InitializeParameters();
    }

    public override Tensor forward(Tensor input)
    {
        var stream = Characters(input) + Places(arange(input.shape[1], ScalarType.Int64));
        var normed = AttentionNorm(stream);
        var mixed = functional.scaled_dot_product_attention(Heads(Query(normed)), Heads(Key(normed)), Heads(Value(normed)), null, 0, true);
        stream = stream + Gather(mixed.transpose(1, 2).flatten(2));
        stream = stream + Contract(functional.gelu(Expand(FeedNorm(stream))));
        return Readout(Norm(stream));
    }

    private static Tensor Heads(Tensor x) => x.view(x.shape[0], x.shape[1], -1, HeadWidth).transpose(1, 2);
}
