using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Samples.Transformer;

/// <summary>
/// One block of a decoder: causal attention, then a feed-forward network, each behind a norm and added to the stream. Heads may widen
/// or multiply: the class says with [HeadWidth] which number is a head's width, and takes the scale of its logits from there.
/// </summary>
[Parameterize(BaseWidth = 64)]
public sealed partial class Block : Module<Tensor, Tensor>
{
    private readonly long _headWidth;
    private readonly bool _showLogits;

    private readonly LayerNorm _attentionNorm;
    [Hidden(ZeroInit = true)] private readonly Linear _query;
    private readonly Linear _key;
    private readonly Linear _value;
    private readonly Linear _gather;
    private readonly Identity _logits;
    private readonly LayerNorm _feedNorm;
    private readonly Linear _expand;
    private readonly Linear _contract;

    /// <summary>Builds the block and draws its parameters.</summary>
    /// <param name="width">The width of the stream.</param>
    /// <param name="headWidth">The width of a head; there are width / headWidth of them.</param>
    /// <param name="depth">How many blocks the stream passes through, this one included.</param>
    /// <param name="richness">r.</param>
    /// <param name="showLogits">Whether attention is written out, its logits passing through a module that hooks can observe.</param>
    public Block(
        [Width] long width,
        [HeadWidth(Base = 32)] long headWidth,
        [Depth(Base = 2)] long depth,
        [Richness] double richness,
        bool showLogits = false)
        : base(nameof(Block))
    {
        _headWidth = headWidth;
        _showLogits = showLogits;
        _attentionNorm = LayerNorm(width);
        (_query, _key, _value) = (Linear(width, width, false), Linear(width, width, false), Linear(width, width, false));
        _gather = Linear(width, width);
        _logits = Identity();
        _feedNorm = LayerNorm(width);
        _expand = Linear(width, 2 * width);
        _contract = Linear(2 * width, width);
        InitializeParameters(headWidth: headWidth, depth: depth, richness: richness);
    }

    /// <summary>The stream [batch, time, width] with what this block adds to it.</summary>
    public override Tensor forward(Tensor stream)
    {
        stream = stream + (Attend(AttentionNorm(stream)) * ResidualScale);
        return stream + (Contract(functional.gelu(Expand(FeedNorm(stream)))) * ResidualScale);
    }

    private Tensor Attend(Tensor x)
    {
        var (query, key, value) = (Heads(Query(x)), Heads(Key(x)), Heads(Value(x)));

        // The fused operator divides by the root of the head width; FusedQueryScale makes of that what the theory asks for.
        var mixed = _showLogits
            ? CausalAttention.Mix(query, key, value, AttentionScale, _logits)
            : functional.scaled_dot_product_attention(query * FusedQueryScale, key, value, null, 0, true);
        return Gather(mixed.transpose(1, 2).flatten(2));
    }

    /// <summary>From [batch, time, width] to [batch, heads, time, head width].</summary>
    private Tensor Heads(Tensor x) => x.view(x.shape[0], x.shape[1], -1, _headWidth).transpose(1, 2);
}
