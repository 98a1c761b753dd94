using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>
/// The network of the attention table: an embedding, one causal attention layer and a feed-forward network behind norms, a readout.
/// Weights keep signals of size 1; the query does not start at zero, so that logits have a size.
/// </summary>
[Parameterize(BaseWidth = 64)]
public sealed partial class AttentionNetwork : Module<Tensor, Tensor>
{
    private const double Kept = 0.125; // 1/sqrt(64)
    private const double Gain = 1.4142135623730951; // keeps the size of a signal through a GELU

    private readonly long _headWidth;
    private readonly Embedding _embed;
    [Hidden(InitStd = Kept)] private readonly Linear _query;
    [Hidden(InitStd = Kept)] private readonly Linear _key;
    [Hidden(InitStd = Kept)] private readonly Linear _value;
    private readonly Identity _logits;
    [Hidden(InitStd = Kept)] private readonly Linear _gather;
    [Hidden(InitStd = Kept)] private readonly Linear _expand;
    [Hidden(InitStd = Gain * 0.0883883476483184)] private readonly Linear _contract; // gain/sqrt(128)
    [Output(InitStd = Kept)] private readonly Linear _readout;

    public AttentionNetwork(long vocabulary, [Width] long width, [HeadWidth(Base = 16)] long headWidth, [Richness] double richness)
        : base("attention")
    {
        _headWidth = headWidth;
        _embed = Embedding(vocabulary, width);
        _query = Linear(width, width, hasBias: false);
        _key = Linear(width, width, hasBias: false);
        _value = Linear(width, width, hasBias: false);
        _logits = Identity();
        _gather = Linear(width, width, hasBias: false);
        _expand = Linear(width, 2 * width, hasBias: false);
        _contract = Linear(2 * width, width, hasBias: false);
        _readout = Linear(width, vocabulary, hasBias: false);
        InitializeParameters(headWidth: headWidth, richness: richness);
    }

    public override Tensor forward(Tensor input)
    {
        var stream = Embed(input);
        var x = Norm(stream);
        stream = stream + Gather(Attention.Mix(Query(x), Key(x), Value(x), _headWidth, AttentionScale, _logits));
        stream = stream + Contract(functional.gelu(Expand(Norm(stream))));
        return Readout(Norm(stream)).flatten(0, 1);
    }

    /// <summary>Without gain and bias: their changes pass through query and key, and would hide what these learn themselves.</summary>
    private static Tensor Norm(Tensor stream) => functional.layer_norm(stream, [stream.shape[^1]]);
}
