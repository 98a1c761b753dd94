// right: model.1 Input, model.4 Hidden, model.7 Hidden, model.10.conv_block.1 Hidden, model.10.conv_block.5 Hidden
// right: model.11.conv_block.1 Hidden, model.11.conv_block.5 Hidden, model.12 Hidden, model.15 Hidden, model.19 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential model;
    public M([Width] long ngf, long input_nc = 3, long output_nc = 3, int n_residual_blocks = 2) : base("Generator")
    {
        var model = new List<Module<Tensor, Tensor>>
        {
            ReflectionPad2d(3),
            Conv2d(input_nc, ngf, 7),
            InstanceNorm2d(ngf),
            ReLU(inplace: true)
        };
        var in_features = ngf;
        var out_features = in_features * 2;
        for (int _ = 0; _ < 2; _++)
        {
            model.Add(Conv2d(in_features, out_features, 3, stride: 2, padding: 1));
            model.Add(InstanceNorm2d(out_features));
            model.Add(ReLU(inplace: true));
            in_features = out_features;
            out_features = in_features * 2;
        }

        for (int _ = 0; _ < n_residual_blocks; _++)
            model.Add(new ResidualBlock(in_features));
        out_features = in_features / 2;
        for (int _ = 0; _ < 2; _++)
        {
            model.Add(ConvTranspose2d(in_features, out_features, 3, stride: 2, padding: 1, output_padding: 1));
            model.Add(InstanceNorm2d(out_features));
            model.Add(ReLU(inplace: true));
            in_features = out_features;
            out_features = in_features / 2;
        }

        model.Add(ReflectionPad2d(3));
        model.Add(Conv2d(ngf, output_nc, 7));
        model.Add(Tanh());
        this.model = Sequential(model);
        InitializeParameters(ngf);
    }

    public override Tensor forward(Tensor x) => model.call(x);
}

[Parameterize(BaseWidth = 8)]
public partial class ResidualBlock : Module<Tensor, Tensor>
{
    private readonly Sequential conv_block;
    public ResidualBlock([Width] long in_features) : base("ResidualBlock")
    {
        conv_block = Sequential(ReflectionPad2d(1), Conv2d(in_features, in_features, 3), InstanceNorm2d(in_features),
            ReLU(inplace: true), ReflectionPad2d(1), Conv2d(in_features, in_features, 3), InstanceNorm2d(in_features));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x + conv_block.call(x);
}
