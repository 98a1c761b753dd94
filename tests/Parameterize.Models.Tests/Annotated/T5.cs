using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>One block of T5's encoder: no biases, a learned bias of places, a gated feed-forward network.</summary>
[Parameterize(BaseWidth = 8)]
public partial class T5 : Module<Tensor, Tensor>
{
    private readonly Embedding shared;
    private readonly T5LayerNorm layer_norm;
    private readonly Linear q, k, v, o;
    private readonly Embedding relative_attention_bias;
    private readonly T5LayerNorm ff_layer_norm;
    private readonly Linear wi_0, wi_1, wo;
    private readonly Linear lm_head;
    private readonly long n_heads;
    private readonly long d_kv;

    public T5(long vocab_size, [Width] long d_model, long d_kv, [Width(Base = 16)] long d_ff, [Width(Base = 2)] long num_heads) : base("T5")
    {
        n_heads = num_heads;
        this.d_kv = d_kv;
        var inner_dim = num_heads * d_kv;
        shared = Embedding(vocab_size, d_model);
        layer_norm = new T5LayerNorm(d_model);
        q = Linear(d_model, inner_dim, hasBias: false);
        k = Linear(d_model, inner_dim, hasBias: false);
        v = Linear(d_model, inner_dim, hasBias: false);
        o = Linear(inner_dim, d_model, hasBias: false);
        relative_attention_bias = Embedding(32, num_heads);
        ff_layer_norm = new T5LayerNorm(d_model);
        wi_0 = Linear(d_model, d_ff, hasBias: false);
        wi_1 = Linear(d_model, d_ff, hasBias: false);
        wo = Linear(d_ff, d_model, hasBias: false);
        lm_head = Linear(d_model, vocab_size, hasBias: false);
        InitializeParameters();
    }

    private Tensor Shape(Tensor x) => x.view(x.shape[0], x.shape[1], n_heads, d_kv).transpose(1, 2);

    private Tensor SelfAttention(Tensor x)
    {
        var place = arange(x.shape[1]);
        var distance = (place.unsqueeze(0) - place.unsqueeze(1)).clamp(-15, 16) + 15;
        var scores = Shape(Q(x)).matmul(Shape(K(x)).transpose(2, 3));
        scores = scores + Relative_attention_bias(distance).permute(2, 0, 1).unsqueeze(0);
        return O(scores.softmax(-1).matmul(Shape(V(x))).transpose(1, 2).flatten(2));
    }

    public override Tensor forward(Tensor input_ids)
    {
        var x = Shared(input_ids);
        x = x + SelfAttention(layer_norm.call(x));
        var h = ff_layer_norm.call(x);
        x = x + Wo(functional.gelu(Wi_0(h)) * Wi_1(h));
        return Lm_head(x);
    }
}

/// <summary>A norm with a gain alone.</summary>
[Parameterize(BaseWidth = 8)]
public partial class T5LayerNorm : Module<Tensor, Tensor>
{
    [Input] private readonly Parameter weight;

    public T5LayerNorm([Width] long hidden_size) : base("T5LayerNorm")
    {
        weight = Parameter(ones(hidden_size));
        InitializeParameters(hidden_size);
    }

    public override Tensor forward(Tensor x)
    {
        var variance = x.pow(2).mean([-1L], keepdim: true);
        return Weight * (x * rsqrt(variance + 1e-6));
    }
}
