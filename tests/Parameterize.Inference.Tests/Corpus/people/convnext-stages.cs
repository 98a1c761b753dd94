// right: downsample_layers.0.0 Input, downsample_layers.0.1 Vector, downsample_layers.1.0 Vector, downsample_layers.1.1 Hidden
// right: downsample_layers.2.0 Vector, downsample_layers.2.1 Hidden, downsample_layers.3.0 Vector, downsample_layers.3.1 Hidden
// right: stages.0.0.gamma Input, stages.0.0.dwconv Input, stages.0.0.norm Vector, stages.0.0.pwconv1 Hidden
// right: stages.0.0.pwconv2 Hidden, stages.1.0.gamma Input, stages.1.0.dwconv Input, stages.1.0.norm Vector
// right: stages.1.0.pwconv1 Hidden, stages.1.0.pwconv2 Hidden, stages.2.0.gamma Input, stages.2.0.dwconv Input
// right: stages.2.0.norm Vector, stages.2.0.pwconv1 Hidden, stages.2.0.pwconv2 Hidden, stages.2.1.gamma Input
// right: stages.2.1.dwconv Input, stages.2.1.norm Vector, stages.2.1.pwconv1 Hidden, stages.2.1.pwconv2 Hidden
// right: stages.3.0.gamma Input, stages.3.0.dwconv Input, stages.3.0.norm Vector, stages.3.0.pwconv1 Hidden
// right: stages.3.0.pwconv2 Hidden, norm Vector, head Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly ModuleList<Module<Tensor, Tensor>> downsample_layers = new();
    private readonly ModuleList<Sequential> stages = new();
    private readonly LayerNorm norm;
    private readonly Linear head;
    public M([Width] long dim, int in_chans = 3, int num_classes = 10) : base("ConvNeXt")
    {
        var depths = new[]
        {
            1,
            1,
            2,
            1
        };
        var dims = new[]
        {
            dim,
            dim * 2,
            dim * 4,
            dim * 8
        };
        downsample_layers.Add(Sequential(Conv2d(in_chans, dims[0], 4, stride: 4), GroupNorm(1, dims[0])));
        for (int i = 0; i < 3; i++)
            downsample_layers.Add(Sequential(GroupNorm(1, dims[i]), Conv2d(dims[i], dims[i + 1], 2, stride: 2)));
        for (int i = 0; i < 4; i++)
            stages.Add(Sequential(Enumerable.Range(0, depths[i]).Select(j => (Module<Tensor,
                Tensor>)new CNBlock(dims[i])).ToArray()));
        norm = LayerNorm(dims[^1], eps: 1e-6);
        head = Linear(dims[^1], num_classes);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        for (int i = 0; i < 4; i++)
        {
            x = downsample_layers[i].call(x);
            x = stages[i].call(x);
        }

        return Head(norm.call(x.mean(new long[] { -2, -1 })));
    }
}

[Parameterize(BaseWidth = 8)]
public partial class CNBlock : Module<Tensor, Tensor>
{
    private readonly Conv2d dwconv;
    private readonly LayerNorm norm;
    private readonly Linear pwconv1, pwconv2;
    private readonly GELU act;
    [Input]
    private readonly Parameter? gamma;
    public CNBlock([Width] long dim, double layer_scale_init_value = 1e-6) : base("Block")
    {
        dwconv = Conv2d(dim, dim, 7, padding: 3, groups: dim);
        norm = LayerNorm(dim, eps: 1e-6);
        pwconv1 = Linear(dim, 4 * dim);
        act = GELU();
        pwconv2 = Linear(4 * dim, dim);
        gamma = layer_scale_init_value > 0 ? Parameter(layer_scale_init_value * torch.ones(dim)) : null;
        InitializeParameters();
    }

    public override Tensor forward(Tensor input)
    {
        var x = dwconv.call(input).permute(0, 2, 3, 1);
        x = Pwconv2(act.call(Pwconv1(norm.call(x))));
        if (gamma is not null)
            x = Gamma * x;
        return input + x.permute(0, 3, 1, 2);
    }
}
