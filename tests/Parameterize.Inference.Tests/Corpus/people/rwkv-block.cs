// right: emb Input, blocks.0.ln1 Vector, blocks.0.ln2 Vector, blocks.0.ln0 Vector, blocks.0.att.time_decay Input
// right: blocks.0.att.time_first Input, blocks.0.att.time_mix_k Input, blocks.0.att.time_mix_v Input, blocks.0.att.time_mix_r Input
// right: blocks.0.att.key Hidden, blocks.0.att.value Hidden, blocks.0.att.receptance Hidden, blocks.0.att.output Hidden
// right: blocks.0.ffn.key Hidden, blocks.0.ffn.receptance Hidden, blocks.0.ffn.value Hidden, blocks.1.ln1 Vector
// right: blocks.1.ln2 Vector, blocks.1.att.time_decay Input, blocks.1.att.time_first Input, blocks.1.att.time_mix_k Input
// right: blocks.1.att.time_mix_v Input, blocks.1.att.time_mix_r Input, blocks.1.att.key Hidden, blocks.1.att.value Hidden
// right: blocks.1.att.receptance Hidden, blocks.1.att.output Hidden, blocks.1.ffn.key Hidden, blocks.1.ffn.receptance Hidden
// right: blocks.1.ffn.value Hidden, ln_out Vector, head Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Embedding emb;
    private readonly ModuleList<Block> blocks = new();
    private readonly LayerNorm ln_out;
    private readonly Linear head;
    public M([Width] long n_embd, int n_layer = 2, long vocab = 30) : base("RWKV")
    {
        emb = Embedding(vocab, n_embd);
        for (int i = 0; i < n_layer; i++)
            blocks.Add(new Block(n_embd, n_layer, i));
        ln_out = LayerNorm(n_embd);
        head = Linear(n_embd, vocab, hasBias: false);
        InitializeParameters();
    }

    public override Tensor forward(Tensor idx)
    {
        var x = emb.call(idx);
        foreach (var b in blocks)
            x = b.call(x);
        return Head(ln_out.call(x));
    }
}

[Parameterize(BaseWidth = 8)]
public partial class Block : Module<Tensor, Tensor>
{
    private readonly LayerNorm ln1, ln2;
    private readonly LayerNorm? ln0;
    private readonly TimeMix att;
    private readonly ChannelMix ffn;
    private readonly int layer_id;
    public Block([Width] long n_embd, int n_layer, int layer_id) : base("Block")
    {
        this.layer_id = layer_id;
        ln1 = LayerNorm(n_embd);
        ln2 = LayerNorm(n_embd);
        if (layer_id == 0)
            ln0 = LayerNorm(n_embd);
        att = new TimeMix(n_embd, n_layer, layer_id);
        ffn = new ChannelMix(n_embd, n_layer, layer_id);
        InitializeParameters(n_embd);
    }

    public override Tensor forward(Tensor x)
    {
        if (layer_id == 0)
            x = ln0!.call(x);
        x = x + att.call(ln1.call(x));
        return x + ffn.call(ln2.call(x));
    }
}

[Parameterize(BaseWidth = 8)]
public partial class TimeMix : Module<Tensor, Tensor>
{
    [Input]
    private readonly Parameter time_decay, time_first;
    [Input(FanOut = 2)]
    private readonly Parameter time_mix_k, time_mix_v, time_mix_r;
    private readonly Linear key, value, receptance, output;
    public TimeMix([Width] long n_embd, int n_layer, int layer_id) : base("TimeMix")
    {
        double ratio_0_to_1 = layer_id / (n_layer - 1.0), ratio_1_to_almost0 = 1.0 - layer_id / (double)n_layer;
        var decay_speed = torch.ones(n_embd);
        time_decay = Parameter(decay_speed * -5 + 8 * ratio_0_to_1);
        time_first = Parameter(torch.ones(n_embd) * Math.Log(0.3));
        var x = torch.ones(1, 1, n_embd);
        for (long i = 0; i < n_embd; i++)
            x[0, 0, i] = i / (double)n_embd;
        time_mix_k = Parameter(torch.pow(x, ratio_1_to_almost0));
        time_mix_v = Parameter(torch.pow(x, ratio_1_to_almost0) + 0.3 * ratio_0_to_1);
        time_mix_r = Parameter(torch.pow(x, 0.5 * ratio_1_to_almost0));
        key = Linear(n_embd, n_embd, hasBias: false);
        value = Linear(n_embd, n_embd, hasBias: false);
        receptance = Linear(n_embd, n_embd, hasBias: false);
        output = Linear(n_embd, n_embd, hasBias: false);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        var k = Key(x * Time_mix_k);
        var v = Value(x * Time_mix_v);
        var r = Receptance(x * Time_mix_r);
        return Output(torch.sigmoid(r) * torch.exp(k + Time_first + Time_decay) * v);
    }
}

[Parameterize(BaseWidth = 8)]
public partial class ChannelMix : Module<Tensor, Tensor>
{
    private readonly Linear key, receptance, value;
    public ChannelMix([Width] long n_embd, int n_layer, int layer_id) : base("ChannelMix")
    {
        var hidden_sz = 4 * n_embd;
        key = Linear(n_embd, hidden_sz, hasBias: false);
        receptance = Linear(n_embd, n_embd, hasBias: false);
        value = Linear(hidden_sz, n_embd, hasBias: false);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => torch.sigmoid(Receptance(x)) * Value(torch.square(functional.relu(Key(x))));
}
