// right: transformer.wte Input, transformer.wpe Input, transformer.ln_f Vector, h.0.c_fc Hidden, h.0.c_proj Hidden, h.0.ln Vector
// right: h.1.c_fc Hidden, h.1.c_proj Hidden, h.1.ln Vector, lm_head Output
// must be right
public sealed class GPTConfig
{
    public long BlockSize { get; init; } = 32;
    public long VocabSize { get; init; } = 65;
    public int NLayer { get; init; } = 2;
    public long NHead { get; init; } = 2;

    [Width]
    public long NEmbd { get; init; } = 8;
    public double Dropout { get; init; } = 0.0;
    public bool Bias { get; init; } = true;
}

[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly ModuleDict<Module<Tensor, Tensor>> transformer;
    private readonly ModuleList<MLPBlock> h;
    private readonly Linear lm_head;
    private readonly GPTConfig config;
    public static M Make(long w) => new M(new GPTConfig { NEmbd = w });
    public M(GPTConfig config) : base("GPT")
    {
        this.config = config;
        transformer = ModuleDict<Module<Tensor, Tensor>>(("wte", Embedding(config.VocabSize, config.NEmbd)), ("wpe",
            Embedding(config.BlockSize, config.NEmbd)), ("drop", Dropout(config.Dropout)), ("ln_f", LayerNorm(config.NEmbd)));
        h = new ModuleList<MLPBlock>(Enumerable.Range(0, config.NLayer).Select(_ => new MLPBlock(config)).ToArray());
        lm_head = Linear(config.NEmbd, config.VocabSize, hasBias: false);
        InitializeParameters();
    }

    public override Tensor forward(Tensor idx)
    {
        var x = transformer["wte"].call(idx) + transformer["wpe"].call(arange(idx.shape[1]));
        foreach (var block in h)
            x = block.call(x);
        return Lm_head(transformer["ln_f"].call(x));
    }
}

[Parameterize(BaseWidth = 8)]
public partial class MLPBlock : Module<Tensor, Tensor>
{
    private readonly Linear c_fc, c_proj;
    private readonly LayerNorm ln;
    private readonly Module<Tensor, Tensor> act = GELU(), drop;
    public MLPBlock(GPTConfig config) : base("MLP")
    {
        ln = LayerNorm(config.NEmbd);
        c_fc = Linear(config.NEmbd, 4 * config.NEmbd, hasBias: config.Bias);
        c_proj = Linear(4 * config.NEmbd, config.NEmbd, hasBias: config.Bias);
        drop = Dropout(config.Dropout);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x + drop.call(C_proj(act.call(C_fc(ln.call(x)))));
}
