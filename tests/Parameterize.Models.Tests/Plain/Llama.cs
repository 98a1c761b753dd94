using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>Llama in small: grouped queries, rotary places, SwiGLU with a rounded width, RMS norms.</summary>
public class Llama : Module<Tensor, Tensor>
{
    private readonly Embedding tok_embeddings;
    private readonly ModuleList<TransformerBlock> layers = new();
    private readonly RmsNorm norm;
    private readonly Linear output;

    public Llama(ModelArgs args) : base("Llama")
    {
        tok_embeddings = Embedding(args.VocabSize, args.Dim);
        for (var i = 0; i < args.NLayers; i++)
            layers.Add(new TransformerBlock(args));
        norm = new RmsNorm(args.Dim);
        output = Linear(args.Dim, args.VocabSize, hasBias: false);
        RegisterComponents();
    }

    public override Tensor forward(Tensor tokens)
    {
        var h = tok_embeddings.call(tokens);
        foreach (var layer in layers)
            h = layer.call(h);
        return output.call(norm.call(h));
    }
}

/// <summary>Its sizes.</summary>
public class ModelArgs
{
    public int Dim { get; set; } = 8;
    public int NLayers { get; set; } = 2;
    public int NHeads { get; set; } = 2;
    public int NKvHeads { get; set; } = 1;
    public long VocabSize { get; set; } = 32;
    public int MultipleOf { get; set; } = 4;
}

/// <summary>Attention and feed-forward network.</summary>
public class TransformerBlock : Module<Tensor, Tensor>
{
    private readonly LlamaAttention attention;
    private readonly FeedForward feed_forward;
    private readonly RmsNorm attention_norm;
    private readonly RmsNorm ffn_norm;

    public TransformerBlock(ModelArgs args) : base("TransformerBlock")
    {
        attention = new LlamaAttention(args);
        feed_forward = new FeedForward(args.Dim, 4 * args.Dim, args.MultipleOf);
        attention_norm = new RmsNorm(args.Dim);
        ffn_norm = new RmsNorm(args.Dim);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var h = x + attention.call(attention_norm.call(x));
        return h + feed_forward.call(ffn_norm.call(h));
    }
}

/// <summary>Fewer keys and values than queries.</summary>
public class LlamaAttention : Module<Tensor, Tensor>
{
    private readonly Linear wq;
    private readonly Linear wk;
    private readonly Linear wv;
    private readonly Linear wo;
    private readonly int n_heads;
    private readonly int n_kv_heads;
    private readonly int head_dim;

    public LlamaAttention(ModelArgs args) : base("LlamaAttention")
    {
        n_heads = args.NHeads;
        n_kv_heads = args.NKvHeads;
        head_dim = args.Dim / args.NHeads;
        wq = Linear(args.Dim, args.NHeads * head_dim, hasBias: false);
        wk = Linear(args.Dim, args.NKvHeads * head_dim, hasBias: false);
        wv = Linear(args.Dim, args.NKvHeads * head_dim, hasBias: false);
        wo = Linear(args.NHeads * head_dim, args.Dim, hasBias: false);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var (bsz, seqlen) = (x.shape[0], x.shape[1]);
        var xq = wq.call(x).view(bsz, seqlen, n_heads, head_dim);
        var xk = wk.call(x).view(bsz, seqlen, n_kv_heads, head_dim);
        var xv = wv.call(x).view(bsz, seqlen, n_kv_heads, head_dim);
        xq = Rotate(xq).transpose(1, 2);
        xk = Rotate(xk).repeat_interleave(n_heads / n_kv_heads, dim: 2).transpose(1, 2);
        xv = xv.repeat_interleave(n_heads / n_kv_heads, dim: 2).transpose(1, 2);
        var scores = functional.scaled_dot_product_attention(xq, xk, xv, is_casual: true);
        return wo.call(scores.transpose(1, 2).contiguous().view(bsz, seqlen, -1));
    }

    /// <summary>Rotary embedding: pairs of entries turn with the place.</summary>
    private Tensor Rotate(Tensor x)
    {
        var freqs = 1.0 / pow(10000.0, arange(0, head_dim, 2, dtype: x.dtype) / head_dim);
        var angles = outer(arange(0, x.shape[1], dtype: x.dtype), freqs).unsqueeze(1);
        var halves = x.chunk(2, dim: -1);
        var (cos, sin) = (angles.cos(), angles.sin());
        return cat([halves[0] * cos - halves[1] * sin, halves[0] * sin + halves[1] * cos], dim: -1);
    }
}

/// <summary>SwiGLU.</summary>
public class FeedForward : Module<Tensor, Tensor>
{
    private readonly Linear w1;
    private readonly Linear w2;
    private readonly Linear w3;

    public FeedForward(int dim, int hidden_dim, int multiple_of) : base("FeedForward")
    {
        hidden_dim = 2 * hidden_dim / 3;
        hidden_dim = multiple_of * ((hidden_dim + multiple_of - 1) / multiple_of);
        w1 = Linear(dim, hidden_dim, hasBias: false);
        w2 = Linear(hidden_dim, dim, hasBias: false);
        w3 = Linear(dim, hidden_dim, hasBias: false);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => w2.call(functional.silu(w1.call(x)) * w3.call(x));
}

/// <summary>A norm without a mean.</summary>
public class RmsNorm : Module<Tensor, Tensor>
{
    private readonly double eps;
    private readonly Parameter weight;

    public RmsNorm(long dim, double eps = 1e-6) : base("RmsNorm")
    {
        this.eps = eps;
        weight = new Parameter(ones(dim));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => x * rsqrt(x.pow(2).mean([-1L], keepdim: true) + eps) * weight;
}
