// right: cls_token Input, pos_embed Input, patch Input, blocks.0.norm1 Vector, blocks.0.norm2 Vector, blocks.0.attn.in_proj_weight Hidden
// right: blocks.0.attn.out_proj Hidden, blocks.0.mlp.0 Hidden, blocks.0.mlp.2 Hidden, blocks.1.norm1 Vector, blocks.1.norm2 Vector
// right: blocks.1.attn.in_proj_weight Hidden, blocks.1.attn.out_proj Hidden, blocks.1.mlp.0 Hidden, blocks.1.mlp.2 Hidden, norm Vector
// right: head Output
// must be right
public sealed class ViTOptions
{
    public int ImageSize { get; init; } = 8;
    public int PatchSize { get; init; } = 4;
    public int Channels { get; init; } = 3;
    public int Classes { get; init; } = 5;
    [Width] public int Dim { get; init; } = 8;
    public int Depth { get; init; } = 2;
    [Width(Base = 2)] public int Heads { get; init; } = 2;
    public int MlpRatio { get; init; } = 4;
    public int Patches => ImageSize / PatchSize * (ImageSize / PatchSize);
}
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Conv2d patch;
    [Input(FanOut = 2)] private readonly Parameter cls_token, pos_embed;
    private readonly ModuleList<EncoderBlock> blocks;
    private readonly LayerNorm norm;
    private readonly Linear head;
    public M(ViTOptions o) : base("ViT")
    {
        patch = Conv2d(o.Channels, o.Dim, o.PatchSize, o.PatchSize);
        cls_token = Parameter(zeros(1, 1, o.Dim));
        pos_embed = Parameter(randn(1, o.Patches + 1, o.Dim) * 0.02);
        blocks = ModuleList(Enumerable.Range(0, o.Depth).Select(_ => new EncoderBlock(o.Dim, o.Heads, o.MlpRatio)).ToArray());
        norm = LayerNorm(o.Dim);
        head = Linear(o.Dim, o.Classes);
        InitializeParameters(o.Heads);
    }
    public static M Make(long w) => new(new ViTOptions { Dim = (int)w, Heads = (int)w / 4 });
    public override Tensor forward(Tensor x)
    {
        var b = x.shape[0];
        x = Patch(x).flatten(2).transpose(1, 2);
        x = cat([Cls_token.expand(b, -1, -1), x], 1) + Pos_embed;
        foreach (var block in blocks) x = block.call(x);
        return Head(norm.call(x)[TensorIndex.Colon, 0]);
    }
}
[Parameterize(BaseWidth = 8)]
public sealed partial class EncoderBlock : Module<Tensor, Tensor>
{
    private readonly LayerNorm norm1, norm2;
    private readonly MultiheadAttention attn;
    private readonly Sequential mlp;
    public EncoderBlock([Width] int dim, [Width(Base = 2)] int heads, int ratio) : base("EncoderBlock")
    {
        norm1 = LayerNorm(dim);
        attn = MultiheadAttention(dim, heads);
        norm2 = LayerNorm(dim);
        mlp = Sequential(Linear(dim, dim * ratio), GELU(), Linear(dim * ratio, dim));
        InitializeParameters(heads);
    }
    public override Tensor forward(Tensor x)
    {
        var n = norm1.call(x).transpose(0, 1);
        x = x + attn.call(n, n, n, null, false, null).Item1.transpose(0, 1);
        return x + mlp.call(norm2.call(x));
    }
}
