using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>One block of T5's encoder: no biases, a learned bias of places, a gated feed-forward network.</summary>
public class T5 : Module<Tensor, Tensor>
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

    public T5(long vocab_size, long d_model, long d_kv, long d_ff, long num_heads) : base("T5")
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
        RegisterComponents();
    }

    private Tensor Shape(Tensor x) => x.view(x.shape[0], x.shape[1], n_heads, d_kv).transpose(1, 2);

    private Tensor SelfAttention(Tensor x)
    {
        var place = arange(x.shape[1]);
        var distance = (place.unsqueeze(0) - place.unsqueeze(1)).clamp(-15, 16) + 15;
        var scores = Shape(q.call(x)).matmul(Shape(k.call(x)).transpose(2, 3));
        scores = scores + relative_attention_bias.call(distance).permute(2, 0, 1).unsqueeze(0);
        return o.call(scores.softmax(-1).matmul(Shape(v.call(x))).transpose(1, 2).flatten(2));
    }

    public override Tensor forward(Tensor input_ids)
    {
        var x = shared.call(input_ids);
        x = x + SelfAttention(layer_norm.call(x));
        var h = ff_layer_norm.call(x);
        x = x + wo.call(functional.gelu(wi_0.call(h)) * wi_1.call(h));
        return lm_head.call(x);
    }
}

/// <summary>A norm with a gain alone.</summary>
public class T5LayerNorm : Module<Tensor, Tensor>
{
    private readonly Parameter weight;

    public T5LayerNorm(long hidden_size) : base("T5LayerNorm")
    {
        weight = Parameter(ones(hidden_size));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var variance = x.pow(2).mean([-1L], keepdim: true);
        return weight * (x * rsqrt(variance + 1e-6));
    }
}
