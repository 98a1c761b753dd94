using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>A few latent vectors that read many inputs by attention.</summary>
[Parameterize(BaseWidth = 8)]
public partial class Perceiver : Module<Tensor, Tensor>
{
    [Input(FanOut = 1)] private readonly Parameter latents;
    private readonly Linear input_proj;
    private readonly MultiheadAttention cross_attn;
    private readonly MultiheadAttention self_attn;
    private readonly LayerNorm norm;
    private readonly Sequential ff;
    private readonly Linear to_logits;

    public Perceiver(long inputChannels, long numLatents, [Width] long latentDim, [Width(Base = 2)] long heads, long numClasses)
        : base("Perceiver")
    {
        latents = Parameter(randn(numLatents, latentDim));
        input_proj = Linear(inputChannels, latentDim);
        cross_attn = MultiheadAttention(latentDim, heads);
        self_attn = MultiheadAttention(latentDim, heads);
        norm = LayerNorm(latentDim);
        ff = Sequential(LayerNorm(latentDim), Linear(latentDim, latentDim * 4), GELU(), Linear(latentDim * 4, latentDim));
        to_logits = Linear(latentDim, numClasses);
        InitializeParameters(heads);
    }

    public override Tensor forward(Tensor data)
    {
        var context = Input_proj(data).transpose(0, 1);
        var x = Latents.unsqueeze(1).repeat(1, data.shape[0], 1);
        x = x + cross_attn.call(norm.call(x), context, context, null, false, null).Item1;
        x = x + self_attn.call(x, x, x, null, false, null).Item1;
        x = x + ff.call(x);
        return To_logits(x.mean([0L]));
    }
}
