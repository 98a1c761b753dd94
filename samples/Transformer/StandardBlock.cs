using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Samples.Transformer;

/// <summary>A <see cref="Block"/> in the standard parametrization, as plain TorchSharp trains it: to compare with.</summary>
[Parameterize(Baseline = true, BaseWidth = 64)]
public sealed partial class StandardBlock : Module<Tensor, Tensor>
{
    private readonly long _headWidth;

    private readonly LayerNorm _attentionNorm;
    [Hidden(ZeroInit = true)] private readonly Linear _query;
    private readonly Linear _key;
    private readonly Linear _value;
    private readonly Linear _gather;
    private readonly LayerNorm _feedNorm;
    private readonly Linear _expand;
    private readonly Linear _contract;

    /// <summary>Builds the block and draws its parameters.</summary>
    /// <param name="width">The width of the stream.</param>
    /// <param name="headWidth">The width of a head; there are width / headWidth of them.</param>
    public StandardBlock([Width] long width, long headWidth)
        : base(nameof(StandardBlock))
    {
        _headWidth = headWidth;
        _attentionNorm = LayerNorm(width);
        (_query, _key, _value) = (Linear(width, width, false), Linear(width, width, false), Linear(width, width, false));
        _gather = Linear(width, width);
        _feedNorm = LayerNorm(width);
        _expand = Linear(width, 2 * width);
        _contract = Linear(2 * width, width);
        InitializeParameters();
    }

    /// <summary>The stream [batch, time, width] with what this block adds to it.</summary>
    public override Tensor forward(Tensor stream)
    {
        stream = stream + Attend(AttentionNorm(stream));
        return stream + Contract(functional.gelu(Expand(FeedNorm(stream))));
    }

    private Tensor Attend(Tensor x)
    {
        var mixed = functional.scaled_dot_product_attention(Heads(Query(x)), Heads(Key(x)), Heads(Value(x)), null, 0, true);
        return Gather(mixed.transpose(1, 2).flatten(2));
    }

    private Tensor Heads(Tensor x) => x.view(x.shape[0], x.shape[1], -1, _headWidth).transpose(1, 2);
}
