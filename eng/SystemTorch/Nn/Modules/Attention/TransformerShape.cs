using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Widths and switches of a layer of a transformer.</summary>
internal sealed record TransformerShape(long Width, long Heads, long Inner, double Dropout, nn.Activations Activation)
{
    internal AttentionShape Attention => new(Width, Heads, Dropout, true, false, false, Width, Width);

    /// <summary>What a layer returned, dropped out in part, on top of what it got, and normalised.</summary>
    internal Tensor AddAndNorm(nn.Module owner, string norm, Tensor input, Tensor result) =>
        Parts.Norm(owner, norm, input + nn.functional.dropout(result, Dropout, owner.training));

    internal Tensor FeedForward(nn.Module owner, string prefix, Tensor input)
    {
        var inner = Parts.Linear(owner, prefix + "linear1.", input);
        inner = Activation == nn.Activations.GELU ? nn.functional.gelu(inner) : nn.functional.relu(inner);
        return Parts.Linear(owner, prefix + "linear2.", nn.functional.dropout(inner, Dropout, owner.training));
    }
}
