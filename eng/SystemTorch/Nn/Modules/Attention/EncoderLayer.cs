using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Attention of a sequence to itself and two linear layers, each added to its input and normalised after that.</summary>
internal sealed class EncoderLayer
{
    private readonly nn.Module owner;
    private readonly string prefix;
    private readonly TransformerShape shape;
    private readonly Attention attention;

    internal EncoderLayer(nn.Module owner, string prefix, TransformerShape shape)
    {
        (this.owner, this.prefix, this.shape) = (owner, prefix, shape);
        attention = new Attention(owner, prefix + "self_attn.", shape.Attention);
        Parts.AddLinear(owner, prefix + "linear1.", shape.Width, shape.Inner);
        Parts.AddLinear(owner, prefix + "linear2.", shape.Inner, shape.Width);
        Parts.AddNorm(owner, prefix + "norm1.", shape.Width);
        Parts.AddNorm(owner, prefix + "norm2.", shape.Width);
    }

    internal Tensor Run(Tensor src, Tensor? mask, Tensor? padding)
    {
        using var scope = NewDisposeScope();
        var attended = attention.Run(src, src, src, padding, false, mask).Output;
        var middle = shape.AddAndNorm(owner, prefix + "norm1.", src, attended);
        return shape.AddAndNorm(owner, prefix + "norm2.", middle, shape.FeedForward(owner, prefix, middle)).MoveToOuterDisposeScope();
    }
}
