using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Attention of queries to keys, as sums of values, in several heads. Tensors are [length, batch, width]; a padding mask hides where it is true.
/// </summary>
public sealed class MultiheadAttention : nn.Module<Tensor, Tensor, Tensor, Tensor?, bool, Tensor?, Tuple<Tensor, Tensor>>
{
    private readonly Attention attention;

    internal MultiheadAttention(AttentionShape shape) : base(nameof(MultiheadAttention))
    {
        SkipFields();
        attention = new Attention(this, "", shape);
    }

    public override Tuple<Tensor, Tensor> forward(
        Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask)
    {
        var (output, weights) = attention.Run(query, key, value, key_padding_mask, need_weights, attn_mask);
        return Tuple.Create(output, weights!);
    }

    public new Tuple<Tensor, Tensor> call(
        Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null, bool need_weights = true, Tensor? attn_mask = null) =>
        base.call(query, key, value, key_padding_mask, need_weights, attn_mask);
}
