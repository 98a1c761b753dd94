// right: time_mlp.0 Hidden, time_mlp.2 Hidden, input_proj Input, output_proj Output, blocks.0.fc1 Hidden, blocks.0.fc2 Hidden
// right: blocks.0.emb Hidden, blocks.0.norm Vector, blocks.1.fc1 Hidden, blocks.1.fc2 Hidden, blocks.1.emb Hidden
// right: blocks.1.norm Vector, blocks.2.fc1 Hidden, blocks.2.fc2 Hidden, blocks.2.emb Hidden, blocks.2.norm Vector
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor, Tensor>
{
    private readonly Sequential time_mlp;
    private readonly Linear input_proj, output_proj;
    private readonly ModuleList<ResBlock> blocks;
    private readonly long dim;
    public M([Width] long dim, int depth = 3, long data = 2) : base("Denoiser")
    {
        this.dim = dim;
        time_mlp = Sequential(Linear(dim, dim * 4), SiLU(), Linear(dim * 4, dim));
        input_proj = Linear(data, dim);
        blocks = new ModuleList<ResBlock>(Enumerable.Range(0, depth).Select(_ => new ResBlock(dim)).ToArray());
        output_proj = Linear(dim, data);
        init.zeros_(output_proj.weight);
        init.zeros_(output_proj.bias);
        InitializeParameters();
    }

    private Tensor Sinusoid(Tensor t)
    {
        var half = dim / 2;
        var freqs = torch.exp(-Math.Log(10000) * arange(half, dtype: ScalarType.Float32) / half);
        var a = t.unsqueeze(1) * freqs;
        return cat(new[] { a.cos(), a.sin() }, 1);
    }

    public override Tensor forward(Tensor x, Tensor t)
    {
        var e = time_mlp.call(Sinusoid(t));
        var h = Input_proj(x);
        foreach (var b in blocks)
            h = b.call(h, e);
        return Output_proj(h);
    }
}

[Parameterize(BaseWidth = 8)]
public sealed partial class ResBlock : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear fc1, fc2, emb;
    private readonly LayerNorm norm;
    public ResBlock([Width] long dim) : base("ResBlock")
    {
        norm = LayerNorm(dim);
        fc1 = Linear(dim, dim * 2);
        emb = Linear(dim, dim * 2);
        fc2 = Linear(dim * 2, dim);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x, Tensor t) => x + Fc2(functional.silu(Fc1(norm.call(x)) + Emb(t)));
}
