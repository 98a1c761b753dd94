// right: conv1 Finite, block1.layer.0.bn1 Finite, block1.layer.0.bn2 Vector, block1.layer.0.conv1 Input
// right: block1.layer.0.conv2 Hidden, block1.layer.0.convShortcut Input, block2.layer.0.bn1 Vector, block2.layer.0.bn2 Vector
// right: block2.layer.0.conv1 Hidden, block2.layer.0.conv2 Hidden, block2.layer.0.convShortcut Hidden, block3.layer.0.bn1 Vector
// right: block3.layer.0.bn2 Vector, block3.layer.0.conv1 Hidden, block3.layer.0.conv2 Hidden, block3.layer.0.convShortcut Hidden
// right: bn1 Vector, fc Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1;
    private readonly NetworkBlock block1, block2, block3;
    private readonly BatchNorm2d bn1;
    private readonly Linear fc;
    private readonly long nChannels;
    public M([Width(Base = 8)] int widen_factor, int depth = 10, int num_classes = 10,
        double dropRate = 0.0) : base("WideResNet")
    {
        var nChannels = new long[]
        {
            16,
            16 * widen_factor,
            32 * widen_factor,
            64 * widen_factor
        };
        if ((depth - 4) % 6 != 0)
            throw new ArgumentException("depth should be 6n+4");
        int n = (depth - 4) / 6;
        conv1 = Conv2d(3, nChannels[0], 3, 1, 1, bias: false);
        block1 = new NetworkBlock(n, nChannels[0], nChannels[1], 1, dropRate);
        block2 = new NetworkBlock(n, nChannels[1], nChannels[2], 2, dropRate);
        block3 = new NetworkBlock(n, nChannels[2], nChannels[3], 2, dropRate);
        bn1 = BatchNorm2d(nChannels[3]);
        fc = Linear(nChannels[3], num_classes);
        this.nChannels = nChannels[3];
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        var o = block3.call(block2.call(block1.call(conv1.call(x))));
        o = functional.relu(bn1.call(o));
        return Fc(o.mean(new long[] { 2, 3 }));
    }
}

[Parameterize(BaseWidth = 8)]
public partial class NetworkBlock : Module<Tensor, Tensor>
{
    private readonly Sequential layer;
    public NetworkBlock(int nb_layers, [Width] long in_planes, [Width] long out_planes, int stride,
        double dropRate) : base("NetworkBlock")
    {
        layer = _make_layer(in_planes, out_planes, nb_layers, stride, dropRate);
        InitializeParameters(in_planes: in_planes, out_planes: out_planes);
    }

    private Sequential _make_layer(long in_planes, long out_planes, int nb_layers, int stride, double dropRate)
    {
        var layers = new List<Module<Tensor, Tensor>>();
        for (int i = 0; i < nb_layers; i++)
            layers.Add(new BasicBlock(i == 0 ? in_planes : out_planes, out_planes, i == 0 ? stride : 1, dropRate));
        return Sequential(layers.ToArray());
    }

    public override Tensor forward(Tensor x) => layer.call(x);
}

[Parameterize(BaseWidth = 8)]
public partial class BasicBlock : Module<Tensor, Tensor>
{
    private readonly BatchNorm2d bn1, bn2;
    private readonly Conv2d conv1, conv2;
    private readonly Conv2d? convShortcut;
    private readonly bool equalInOut;
    private readonly double droprate;
    public BasicBlock([Width] long in_planes, [Width] long out_planes, int stride, double dropRate = 0.0) : base("BasicBlock")
    {
        bn1 = BatchNorm2d(in_planes);
        conv1 = Conv2d(in_planes, out_planes, 3, stride, 1, bias: false);
        bn2 = BatchNorm2d(out_planes);
        conv2 = Conv2d(out_planes, out_planes, 3, 1, 1, bias: false);
        droprate = dropRate;
        equalInOut = in_planes == out_planes;
        convShortcut = !equalInOut ? Conv2d(in_planes, out_planes, 1, stride, 0, bias: false) : null;
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        var o = functional.relu(bn1.call(x));
        o = Conv2(functional.relu(bn2.call(Conv1(o))));
        return (equalInOut ? x : ConvShortcut(x)) + o;
    }
}
