using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Attention with several heads, with parameters that belong to a module. Tensors are [length, batch, width].</summary>
internal sealed class Attention
{
    private readonly nn.Module owner;
    private readonly string prefix;
    private readonly AttentionShape shape;

    internal Attention(nn.Module owner, string prefix, AttentionShape shape)
    {
        (this.owner, this.prefix, this.shape) = (owner, prefix, shape);
        if (shape.Width % shape.Heads != 0)
            throw new ArgumentException("embed_dim must be divisible by num_heads");
        AttentionWeights.Register(owner, prefix, shape);
    }

    /// <summary>The result, and the weights of the keys on average over the heads.</summary>
    internal (Tensor Output, Tensor? Weights) Run(
        Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask)
    {
        using var scope = NewDisposeScope();
        var (length, batch) = (query.size(0), query.size(1));
        var (q, k, v) = Project(query, key, value);
        var added = 0;
        if (shape.HasRowBias)
        {
            (k, v) = (cat([k, Own("bias_k")!.expand(1, batch, -1)]), cat([v, Own("bias_v")!.expand(1, batch, -1)]));
            added++;
        }

        (q, k, v) = (Split(q * (1 / Math.Sqrt(shape.HeadWidth))), Split(k), Split(v));
        if (shape.HasZeroRow)
        {
            var row = zeros([batch * shape.Heads, 1, shape.HeadWidth], k.dtype, k.device);
            (k, v) = (cat([k, row], 1), cat([v, row], 1));
            added++;
        }

        var scores = Mask(q.bmm(k.transpose(1, 2)), Longer(attn_mask, added), Longer(key_padding_mask, added), batch);
        var weights = nn.functional.softmax(scores, -1);
        var attended = nn.functional.dropout(weights, shape.Dropout, owner.training).bmm(v);
        var output = nn.functional.linear(
            attended.transpose(0, 1).reshape(length, batch, shape.Width), Own("out_proj.weight")!, Own("out_proj.bias"));
        output.MoveToOuterDisposeScope();
        return (output, need_weights ? weights.view(batch, shape.Heads, length, -1).mean([1]).MoveToOuterDisposeScope() : null);
    }

    private (Tensor Query, Tensor Key, Tensor Value) Project(Tensor query, Tensor key, Tensor value)
    {
        var biases = Own("in_proj_bias")?.chunk(3);
        var weights = shape.IsStacked
            ? Own("in_proj_weight")!.chunk(3)
            : [Own("q_proj_weight")!, Own("k_proj_weight")!, Own("v_proj_weight")!];
        return (
            nn.functional.linear(query, weights[0], biases?[0]), nn.functional.linear(key, weights[1], biases?[1]),
            nn.functional.linear(value, weights[2], biases?[2]));
    }

    /// <summary>From [length, batch, width] to [batch of heads, length, width of a head].</summary>
    private Tensor Split(Tensor tensor) =>
        tensor.reshape(tensor.size(0), tensor.size(1) * shape.Heads, shape.HeadWidth).transpose(0, 1);

    /// <summary>What was added to the keys is always seen.</summary>
    private static Tensor? Longer(Tensor? mask, int added) => mask is null || added == 0 ? mask : nn.functional.pad(mask, [0, added]);

    private Tensor Mask(Tensor scores, Tensor? mask, Tensor? padding, long batch)
    {
        // libtorch would add a boolean mask too, as ones where it should hide: whoever passes one means something else.
        if (mask is { ndim: not 2 } or { dtype: ScalarType.Bool })
            throw new ArgumentException("attn_mask has to be a matrix of numbers that are added to the scores, such as -inf.");
        if (mask is not null)
            scores = scores + mask;
        if (padding is null)
            return scores;
        var heads = scores.view(batch, shape.Heads, scores.size(1), scores.size(2));
        return heads.masked_fill(padding.unsqueeze(1).unsqueeze(2), double.NegativeInfinity).view(scores.shape);
    }

    private Parameter? Own(string name) => owner.get_parameter(prefix + name);
}
