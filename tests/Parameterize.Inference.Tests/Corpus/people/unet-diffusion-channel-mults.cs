// right: init_conv Input, final_conv Output, downs.0.proj Hidden, downs.0.norm Vector, downs.1.proj Hidden, downs.1.norm Vector
// right: downs.2.proj Hidden, downs.2.norm Vector, ups.0.proj Hidden, ups.0.norm Vector, ups.1.proj Hidden, ups.1.norm Vector
// right: ups.2.proj Hidden, ups.2.norm Vector, mid.proj Hidden, mid.norm Vector
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Conv2d init_conv, final_conv;
    private readonly ModuleList<ConvBlock> downs = new(), ups = new();
    private readonly ConvBlock mid;
    public M([Width] long dim, long channels = 3) : base("Unet")
    {
        init_conv = Conv2d(channels, dim, 7, padding: 3);
        var mults = new[]
        {
            1,
            2,
            4
        };
        var dims = new List<long>
        {
            dim
        };
        dims.AddRange(mults.Select(m => dim * m));
        var in_out = dims.Zip(dims.Skip(1), (a, b) => (a, b)).ToList();
        foreach (var(a, b)in in_out)
            downs.Add(new ConvBlock(a, b));
        mid = new ConvBlock(dims[^1], dims[^1]);
        foreach (var(a, b)in Enumerable.Reverse(in_out))
            ups.Add(new ConvBlock(b * 2, a));
        final_conv = Conv2d(dim, channels, 1);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        x = Init_conv(x);
        var h = new Stack<Tensor>();
        foreach (var d in downs)
        {
            x = d.call(x);
            h.Push(x);
        }

        x = mid.call(x);
        foreach (var u in ups)
            x = u.call(cat(new[] { x, h.Pop() }, 1));
        return Final_conv(x);
    }
}

[Parameterize(BaseWidth = 8)]
public sealed partial class ConvBlock : Module<Tensor, Tensor>
{
    private readonly Conv2d proj;
    private readonly GroupNorm norm;
    private readonly SiLU act;
    public ConvBlock([Width] long dim_in, [Width] long dim_out, int groups = 8) : base("Block")
    {
        proj = Conv2d(dim_in, dim_out, 3, padding: 1);
        norm = GroupNorm(groups, dim_out);
        act = SiLU();
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => act.call(norm.call(Proj(x)));
}
