// right: conv_in Input, conv_out Output, resnets.0.norm1 Vector, resnets.0.norm2 Vector, resnets.0.conv1 Hidden, resnets.0.conv2 Hidden
// right: resnets.0.time_emb_proj Input, resnets.0.conv_shortcut Hidden, resnets.1.norm1 Vector, resnets.1.norm2 Vector
// right: resnets.1.conv1 Hidden, resnets.1.conv2 Hidden, resnets.1.time_emb_proj Input, norm Vector
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor, Tensor>
{
    private readonly Conv2d conv_in, conv_out;
    private readonly ModuleList<ResnetBlock2D> resnets;
    private readonly GroupNorm norm;
    public M([Width] int channels, int temb = 6, int layers = 2) : base("M")
    {
        conv_in = Conv2d(4, channels, 3, padding: 1);
        var resnets = new ModuleList<ResnetBlock2D>();
        var in_channels = channels;
        var out_channels = channels * 2;
        for (int i = 0; i != layers; ++i)
        {
            in_channels = i == 0 ? in_channels : out_channels;
            resnets.Add(new ResnetBlock2D(in_channels: in_channels, out_channels: out_channels, temb_channels: temb));
        }
        this.resnets = resnets;
        norm = GroupNorm(4, out_channels);
        conv_out = Conv2d(out_channels, 4, 3, padding: 1);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x, Tensor t)
    {
        x = Conv_in(x);
        foreach (var r in resnets) x = r.call(x, t);
        return Conv_out(functional.silu(norm.call(x)));
    }
}
[Parameterize(BaseWidth = 8)]
public partial class ResnetBlock2D : Module<Tensor, Tensor?, Tensor>
{
    private readonly int in_channels, out_channels;
    private readonly bool use_in_shortcut;
    private readonly GroupNorm norm1, norm2;
    private readonly Conv2d conv1, conv2;
    private readonly Linear? time_emb_proj;
    private readonly Conv2d? conv_shortcut = null;
    private readonly Module<Tensor, Tensor> nonlinearity;
    public ResnetBlock2D([Width] int in_channels, [Width] int out_channels, int? temb_channels = 512, int groups = 4,
        string non_linearity = "swish", bool? use_in_shortcut = null)
        : base(nameof(ResnetBlock2D))
    {
        this.in_channels = in_channels;
        this.out_channels = out_channels;
        norm1 = GroupNorm(groups, in_channels);
        conv1 = Conv2d(in_channels, out_channels, 3, stride: 1, padding: 1);
        if (temb_channels is not null)
            time_emb_proj = Linear(temb_channels.Value, this.out_channels);
        else
            time_emb_proj = null;
        norm2 = GroupNorm(groups, this.out_channels);
        conv2 = Conv2d(this.out_channels, this.out_channels, 3, padding: 1);
        nonlinearity = non_linearity switch { "swish" => SiLU(), "gelu" => GELU(), _ => throw new ArgumentException(non_linearity) };
        this.use_in_shortcut = use_in_shortcut ?? this.in_channels != this.out_channels;
        if (this.use_in_shortcut)
            conv_shortcut = Conv2d(in_channels, this.out_channels, 1);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x, Tensor? temb)
    {
        var h = Conv1(nonlinearity.call(norm1.call(x)));
        if (time_emb_proj is not null && temb is not null) h = h + Time_emb_proj(nonlinearity.call(temb)).unsqueeze(-1).unsqueeze(-1);
        h = Conv2(nonlinearity.call(norm2.call(h)));
        if (conv_shortcut is not null) x = Conv_shortcut(x);
        return x + h;
    }
}
