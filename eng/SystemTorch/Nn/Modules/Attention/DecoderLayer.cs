using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>An encoder's layer with an attention to another sequence in between.</summary>
internal sealed class DecoderLayer
{
    private readonly nn.Module owner;
    private readonly string prefix;
    private readonly TransformerShape shape;
    private readonly Attention own;
    private readonly Attention other;

    internal DecoderLayer(nn.Module owner, string prefix, TransformerShape shape)
    {
        (this.owner, this.prefix, this.shape) = (owner, prefix, shape);
        own = new Attention(owner, prefix + "self_attn.", shape.Attention);
        other = new Attention(owner, prefix + "multihead_attn.", shape.Attention);
        Parts.AddLinear(owner, prefix + "linear1.", shape.Width, shape.Inner);
        Parts.AddLinear(owner, prefix + "linear2.", shape.Inner, shape.Width);
        Parts.AddNorm(owner, prefix + "norm1.", shape.Width);
        Parts.AddNorm(owner, prefix + "norm2.", shape.Width);
        Parts.AddNorm(owner, prefix + "norm3.", shape.Width);
    }

    internal Tensor Run(Tensor tgt, Tensor memory, Tensor? mask, Tensor? memoryMask, Tensor? padding, Tensor? memoryPadding)
    {
        using var scope = NewDisposeScope();
        var result = shape.AddAndNorm(owner, prefix + "norm1.", tgt, own.Run(tgt, tgt, tgt, padding, false, mask).Output);
        var attended = other.Run(result, memory, memory, memoryPadding, false, memoryMask).Output;
        result = shape.AddAndNorm(owner, prefix + "norm2.", result, attended);
        return shape.AddAndNorm(owner, prefix + "norm3.", result, shape.FeedForward(owner, prefix, result)).MoveToOuterDisposeScope();
    }
}
