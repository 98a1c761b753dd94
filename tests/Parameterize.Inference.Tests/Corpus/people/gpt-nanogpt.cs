// right: wte Input, wpe Input, h.0.ln_1 Vector, h.0.ln_2 Vector, h.0.attn.c_attn Hidden, h.0.attn.c_proj Hidden
// right: h.0.mlp.c_fc Hidden, h.0.mlp.c_proj Hidden, h.1.ln_1 Vector, h.1.ln_2 Vector, h.1.attn.c_attn Hidden
// right: h.1.attn.c_proj Hidden, h.1.mlp.c_fc Hidden, h.1.mlp.c_proj Hidden, ln_f Vector, lm_head Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Embedding wte, wpe;
    private readonly Dropout drop;
    private readonly ModuleList<Block> h = new();
    private readonly LayerNorm ln_f;
    private readonly Linear lm_head;
    public M([Width] long n_embd, int n_layer = 2, [HeadWidth(Base = 16)] long head_size = 16, long vocab = 65,
        long block_size = 32, double dropout = 0.0) : base("GPT")
    {
        wte = Embedding(vocab, n_embd);
        wpe = Embedding(block_size, n_embd);
        drop = Dropout(dropout);
        for (int i = 0; i < n_layer; i++)
            h.Add(new Block(n_embd, head_size, block_size));
        ln_f = LayerNorm(n_embd);
        lm_head = Linear(n_embd, vocab, hasBias: false);
        InitializeParameters(head_size: head_size);
    }

    public override Tensor forward(Tensor idx)
    {
        var t = idx.shape[1];
        var x = drop.call(wte.call(idx) + wpe.call(arange(t)));
        foreach (var block in h)
            x = block.call(x);
        return Lm_head(ln_f.call(x));
    }
}

[Parameterize(BaseWidth = 8)]
public sealed partial class Block : Module<Tensor, Tensor>
{
    private readonly LayerNorm ln_1, ln_2;
    private readonly CausalSelfAttention attn;
    private readonly Mlp mlp;
    public Block([Width] long n_embd, [HeadWidth(Base = 16)] long head_size, long block_size) : base("Block")
    {
        ln_1 = LayerNorm(n_embd);
        attn = new CausalSelfAttention(n_embd, head_size, block_size);
        ln_2 = LayerNorm(n_embd);
        mlp = new Mlp(n_embd);
        InitializeParameters(n_embd, head_size);
    }

    public override Tensor forward(Tensor x)
    {
        x = x + attn.call(ln_1.call(x));
        return x + mlp.call(ln_2.call(x));
    }
}

[Parameterize(BaseWidth = 8)]
public sealed partial class CausalSelfAttention : Module<Tensor, Tensor>
{
    private readonly Linear c_attn, c_proj;
    private readonly long n_head, n_embd;
    private readonly Tensor bias;
    public CausalSelfAttention([Width] long n_embd, [HeadWidth(Base = 16)] long head_size,
        long block_size) : base("CausalSelfAttention")
    {
        this.n_embd = n_embd;
        n_head = n_embd / head_size;
        c_attn = Linear(n_embd, 3 * n_embd);
        c_proj = Linear(n_embd, n_embd);
        bias = torch.tril(torch.ones(block_size, block_size)).view(1, 1, block_size, block_size);
        register_buffer("bias", bias);
        InitializeParameters(head_size);
    }

    public override Tensor forward(Tensor x)
    {
        var(B, T, C) = (x.shape[0], x.shape[1], x.shape[2]);
        var qkv = C_attn(x).split(n_embd, 2);
        var q = qkv[0].view(B, T, n_head, C / n_head).transpose(1, 2);
        var k = qkv[1].view(B, T, n_head, C / n_head).transpose(1, 2);
        var v = qkv[2].view(B, T, n_head, C / n_head).transpose(1, 2);
        var att = q.matmul(k.transpose(-2, -1)) * AttentionScale;
        att = att.masked_fill(bias.index(TensorIndex.Colon, TensorIndex.Colon, TensorIndex.Slice(null, T),
            TensorIndex.Slice(null, T)).eq(0), float.NegativeInfinity);
        var y = functional.softmax(att, -1).matmul(v).transpose(1, 2).contiguous().view(B, T, C);
        return C_proj(y);
    }
}

[Parameterize(BaseWidth = 8)]
public sealed partial class Mlp : Module<Tensor, Tensor>
{
    private readonly Linear c_fc, c_proj;
    public Mlp([Width] long n_embd) : base("MLP")
    {
        c_fc = Linear(n_embd, 4 * n_embd);
        c_proj = Linear(4 * n_embd, n_embd);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => C_proj(functional.gelu(C_fc(x)));
}
