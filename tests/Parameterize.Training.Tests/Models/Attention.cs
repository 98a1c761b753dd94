using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>Causal attention written out, so that its logits can be observed.</summary>
internal static class Attention
{
    /// <summary>From query, key and value [batch, time, width] to what is gathered, the same shape.</summary>
    public static Tensor Mix(Tensor query, Tensor key, Tensor value, long headWidth, double scale, Module<Tensor, Tensor> logits)
    {
        var time = query.shape[1];
        var future = ones(time, time, ScalarType.Bool).triu(1);
        var weights = logits.call(Heads(query).matmul(Heads(key).transpose(2, 3)) * scale)
            .masked_fill(future, double.NegativeInfinity)
            .softmax(-1);
        return weights.matmul(Heads(value)).transpose(1, 2).flatten(2);

        Tensor Heads(Tensor x) => x.view(x.shape[0], time, -1, headWidth).transpose(1, 2);
    }
}
