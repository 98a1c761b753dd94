using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>GPT-2, as its small reimplementations have it.</summary>
public class Gpt : Module<Tensor, Tensor>
{
    private readonly Embedding wte;
    private readonly Embedding wpe;
    private readonly Dropout drop;
    private readonly ModuleList<GptBlock> h;
    private readonly LayerNorm ln_f;
    private readonly Linear lm_head;

    public Gpt(GptConfig config) : base("Gpt")
    {
        wte = Embedding(config.VocabSize, config.NEmbd);
        wpe = Embedding(config.BlockSize, config.NEmbd);
        drop = Dropout(config.Dropout);
        h = ModuleList(Enumerable.Range(0, config.NLayer).Select(_ => new GptBlock(config)).ToArray());
        ln_f = LayerNorm(config.NEmbd);
        lm_head = Linear(config.NEmbd, config.VocabSize, hasBias: false);
        RegisterComponents();
    }

    public override Tensor forward(Tensor idx)
    {
        var pos = arange(idx.shape[1], device: idx.device);
        var x = drop.call(wte.call(idx) + wpe.call(pos));
        foreach (var block in h)
            x = block.call(x);
        return lm_head.call(ln_f.call(x));
    }
}

/// <summary>Its sizes.</summary>
public record GptConfig
{
    public long BlockSize { get; init; } = 16;
    public long VocabSize { get; init; } = 32;
    public int NLayer { get; init; } = 2;
    public int NHead { get; init; } = 2;
    public int NEmbd { get; init; } = 8;
    public double Dropout { get; init; }
    public bool Bias { get; init; } = true;
}

/// <summary>Attention, then two layers of a feed-forward network, each behind a norm.</summary>
public class GptBlock : Module<Tensor, Tensor>
{
    private readonly LayerNorm ln_1;
    private readonly CausalSelfAttention attn;
    private readonly LayerNorm ln_2;
    private readonly GptMlp mlp;

    public GptBlock(GptConfig config) : base("GptBlock")
    {
        ln_1 = LayerNorm(config.NEmbd);
        attn = new CausalSelfAttention(config);
        ln_2 = LayerNorm(config.NEmbd);
        mlp = new GptMlp(config);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = x + attn.call(ln_1.call(x));
        return x + mlp.call(ln_2.call(x));
    }
}

/// <summary>All heads in one matrix.</summary>
public class CausalSelfAttention : Module<Tensor, Tensor>
{
    private readonly Linear c_attn;
    private readonly Linear c_proj;
    private readonly int n_head;
    private readonly int n_embd;

    public CausalSelfAttention(GptConfig config) : base("CausalSelfAttention")
    {
        n_head = config.NHead;
        n_embd = config.NEmbd;
        c_attn = Linear(config.NEmbd, 3 * config.NEmbd, hasBias: config.Bias);
        c_proj = Linear(config.NEmbd, config.NEmbd, hasBias: config.Bias);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var (B, T, C) = (x.shape[0], x.shape[1], x.shape[2]);
        var qkv = c_attn.call(x).split(n_embd, dim: 2);
        var q = qkv[0].view(B, T, n_head, C / n_head).transpose(1, 2);
        var k = qkv[1].view(B, T, n_head, C / n_head).transpose(1, 2);
        var v = qkv[2].view(B, T, n_head, C / n_head).transpose(1, 2);
        var y = functional.scaled_dot_product_attention(q, k, v, is_casual: true);
        y = y.transpose(1, 2).contiguous().view(B, T, C);
        return c_proj.call(y);
    }
}

/// <summary>Four times as wide inside.</summary>
public class GptMlp : Module<Tensor, Tensor>
{
    private readonly Linear c_fc;
    private readonly GELU gelu;
    private readonly Linear c_proj;

    public GptMlp(GptConfig config) : base("GptMlp")
    {
        c_fc = Linear(config.NEmbd, 4 * config.NEmbd, hasBias: config.Bias);
        gelu = GELU();
        c_proj = Linear(4 * config.NEmbd, config.NEmbd, hasBias: config.Bias);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => c_proj.call(gelu.call(c_fc.call(x)));
}
