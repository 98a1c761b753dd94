using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Samples.Transformer;

/// <summary>Causal attention written out, for who wants to see its logits: the fused operator keeps them to itself.</summary>
internal static class CausalAttention
{
    /// <summary>What the fused operator computes from query, key and value, each [batch, heads, time, head width].</summary>
    /// <param name="query">The query.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="scale">The class's <c>AttentionScale</c>.</param>
    /// <param name="logits">A module that the logits pass through, before the mask: where a hook can see them.</param>
    public static Tensor Mix(Tensor query, Tensor key, Tensor value, double scale, Module<Tensor, Tensor> logits)
    {
        var time = query.shape[2];
        var future = ones(time, time, ScalarType.Bool).triu(1);
        var weights = logits.call(query.matmul(key.transpose(2, 3)) * scale).masked_fill(future, double.NegativeInfinity).softmax(-1);
        return weights.matmul(value);
    }
}
