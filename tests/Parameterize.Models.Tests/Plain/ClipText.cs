using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>The text tower of CLIP.</summary>
public class ClipText : Module<Tensor, Tensor>
{
    private readonly Embedding token_embedding;
    private readonly Parameter positional_embedding;
    private readonly Sequential resblocks;
    private readonly LayerNorm ln_final;
    private readonly Parameter text_projection;

    public ClipText(long embedDim, long contextLength, long vocabSize, long width, long heads, int layers)
        : base("ClipText")
    {
        token_embedding = Embedding(vocabSize, width);
        positional_embedding = Parameter(empty(contextLength, width));
        resblocks = Sequential(Enumerable.Range(0, layers).Select(_ => new ResidualAttentionBlock(width, heads)).ToArray());
        ln_final = LayerNorm(width);
        text_projection = Parameter(empty(width, embedDim));
        init.normal_(token_embedding.weight!, std: 0.02);
        init.normal_(positional_embedding, std: 0.01);
        init.normal_(text_projection, std: Math.Pow(width, -0.5));
        RegisterComponents();
    }

    public override Tensor forward(Tensor text)
    {
        var x = token_embedding.call(text) + positional_embedding;
        x = ln_final.call(resblocks.call(x));
        var eot = text.argmax(dim: -1);
        x = x[arange(x.shape[0]), eot];
        return x.matmul(text_projection);
    }
}

/// <summary>PyTorch's attention, which has the length first, and a feed-forward network.</summary>
public class ResidualAttentionBlock : Module<Tensor, Tensor>
{
    private readonly MultiheadAttention attn;
    private readonly LayerNorm ln_1;
    private readonly Sequential mlp;
    private readonly LayerNorm ln_2;

    public ResidualAttentionBlock(long d_model, long n_head) : base("ResidualAttentionBlock")
    {
        attn = MultiheadAttention(d_model, n_head);
        ln_1 = LayerNorm(d_model);
        mlp = Sequential(
            ("c_fc", Linear(d_model, d_model * 4)),
            ("gelu", new QuickGelu()),
            ("c_proj", Linear(d_model * 4, d_model)));
        ln_2 = LayerNorm(d_model);
        RegisterComponents();
    }

    private Tensor Attention(Tensor x)
    {
        var t = x.transpose(0, 1);
        return attn.call(t, t, t, null, false, null).Item1.transpose(0, 1);
    }

    public override Tensor forward(Tensor x)
    {
        x = x + Attention(ln_1.call(x));
        return x + mlp.call(ln_2.call(x));
    }
}

/// <summary>A sigmoid in place of the error function.</summary>
public class QuickGelu() : Module<Tensor, Tensor>("QuickGelu")
{
    public override Tensor forward(Tensor x) => x * sigmoid(1.702 * x);
}
