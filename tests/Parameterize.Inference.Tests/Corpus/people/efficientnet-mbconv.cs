// right: stem.0 Input, stem.1 Vector, blocks.0.conv.0 Hidden, blocks.0.conv.1 Vector, blocks.0.conv.3 Input, blocks.0.conv.4 Vector
// right: blocks.0.conv.6.fc.0 Hidden, blocks.0.conv.6.fc.2 Hidden, blocks.0.conv.7 Hidden, blocks.0.conv.8 Vector
// right: blocks.1.conv.0 Hidden, blocks.1.conv.1 Vector, blocks.1.conv.3 Input, blocks.1.conv.4 Vector, blocks.1.conv.6.fc.0 Hidden
// right: blocks.1.conv.6.fc.2 Hidden, blocks.1.conv.7 Hidden, blocks.1.conv.8 Vector, blocks.2.conv.0 Hidden
// right: blocks.2.conv.1 Vector, blocks.2.conv.3 Input, blocks.2.conv.4 Vector, blocks.2.conv.6.fc.0 Hidden
// right: blocks.2.conv.6.fc.2 Hidden, blocks.2.conv.7 Hidden, blocks.2.conv.8 Vector, blocks.3.conv.0 Hidden
// right: blocks.3.conv.1 Vector, blocks.3.conv.3 Input, blocks.3.conv.4 Vector, blocks.3.conv.6.fc.0 Hidden
// right: blocks.3.conv.6.fc.2 Hidden, blocks.3.conv.7 Hidden, blocks.3.conv.8 Vector, blocks.4.conv.0 Hidden
// right: blocks.4.conv.1 Vector, blocks.4.conv.3 Input, blocks.4.conv.4 Vector, blocks.4.conv.6.fc.0 Hidden
// right: blocks.4.conv.6.fc.2 Hidden, blocks.4.conv.7 Hidden, blocks.4.conv.8 Vector, head.0 Hidden, head.1 Vector, head.5 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential stem, blocks, head;
    private static int Make_divisible(double v, int divisor = 8)
    {
        int new_v = Math.Max(divisor, (int)(v + divisor / 2.0) / divisor * divisor);
        if (new_v < 0.9 * v)
            new_v += divisor;
        return new_v;
    }

    public M([Width] int width, int num_classes = 10) : base("EfficientNet")
    {
        var settings = new (int t, int c, int n, int s)[]
        {
            (1, 2, 1, 1),
            (6, 3, 2, 2),
            (6, 5, 2, 2)
        };
        var input = width * 4;
        stem = Sequential(Conv2d(3, input, 3, stride: 2, padding: 1, bias: false), BatchNorm2d(input), SiLU());
        var layers = new List<Module<Tensor, Tensor>>();
        foreach (var(t, c, n, s)in settings)
        {
            var output = c * width;
            for (int i = 0; i < n; i++)
            {
                layers.Add(new MBConv(input, output, i == 0 ? s : 1, t));
                input = output;
            }
        }

        blocks = Sequential(layers);
        head = Sequential(Conv2d(input, 16 * width, 1, bias: false), BatchNorm2d(16 * width), SiLU(), AdaptiveAvgPool2d(1),
            Flatten(), Linear(16 * width, num_classes));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => head.call(blocks.call(stem.call(x)));
}

[Parameterize(BaseWidth = 8)]
public partial class MBConv : Module<Tensor, Tensor>
{
    private readonly Sequential conv;
    private readonly bool identity;
    public MBConv([Width] int inp, [Width] int oup, int stride, int expand_ratio) : base("MBConv")
    {
        int hidden_dim = inp * expand_ratio;
        identity = stride == 1 && inp == oup;
        conv = Sequential(Conv2d(inp, hidden_dim, 1, bias: false), BatchNorm2d(hidden_dim), SiLU(), Conv2d(hidden_dim,
            hidden_dim, 3, stride, 1, groups: hidden_dim, bias: false), BatchNorm2d(hidden_dim), SiLU(), new SELayer(inp,
            hidden_dim), Conv2d(hidden_dim, oup, 1, bias: false), BatchNorm2d(oup));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => identity ? x + conv.call(x) : conv.call(x);
}

[Parameterize(BaseWidth = 8)]
public partial class SELayer : Module<Tensor, Tensor>
{
    private readonly Sequential fc;
    public SELayer([Width] int inp, [Width] int oup, int reduction = 4) : base("SE")
    {
        fc = Sequential(Linear(oup, inp / reduction), SiLU(), Linear(inp / reduction, oup), Sigmoid());
        InitializeParameters(inp);
    }

    public override Tensor forward(Tensor x) => x * fc.call(x.mean(new long[] { 2, 3 })).unsqueeze(-1).unsqueeze(-1);
}
