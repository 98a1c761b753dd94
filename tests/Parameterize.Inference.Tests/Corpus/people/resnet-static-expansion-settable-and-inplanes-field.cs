// right: conv1 Input, bn1 Vector, layer1.0.conv1 Hidden, layer1.0.conv2 Hidden, layer1.0.conv3 Hidden, layer1.0.bn1 Vector
// right: layer1.0.bn2 Vector, layer1.0.bn3 Vector, layer1.0.downsample.0 Hidden, layer1.0.downsample.1 Vector
// right: layer1.1.conv1 Hidden, layer1.1.conv2 Hidden, layer1.1.conv3 Hidden, layer1.1.bn1 Vector, layer1.1.bn2 Vector
// right: layer1.1.bn3 Vector, layer2.0.conv1 Hidden, layer2.0.conv2 Hidden, layer2.0.conv3 Hidden, layer2.0.bn1 Vector
// right: layer2.0.bn2 Vector, layer2.0.bn3 Vector, layer2.0.downsample.0 Hidden, layer2.0.downsample.1 Vector
// right: layer2.1.conv1 Hidden, layer2.1.conv2 Hidden, layer2.1.conv3 Hidden, layer2.1.bn1 Vector, layer2.1.bn2 Vector
// right: layer2.1.bn3 Vector, layer3.0.conv1 Hidden, layer3.0.conv2 Hidden, layer3.0.conv3 Hidden, layer3.0.bn1 Vector
// right: layer3.0.bn2 Vector, layer3.0.bn3 Vector, layer3.0.downsample.0 Hidden, layer3.0.downsample.1 Vector
// right: layer3.1.conv1 Hidden, layer3.1.conv2 Hidden, layer3.1.conv3 Hidden, layer3.1.bn1 Vector, layer3.1.bn2 Vector
// right: layer3.1.bn3 Vector, fc Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private long inplanes;
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Sequential layer1, layer2, layer3;
    private readonly Linear fc;
    public M([Width] long width, int num_classes = 10) : base("ResNet")
    {
        inplanes = width;
        conv1 = Conv2d(3, inplanes, 7, 2, 3, bias: false);
        bn1 = BatchNorm2d(inplanes);
        layer1 = _make_layer(width, 2);
        layer2 = _make_layer(width * 2, 2, stride: 2);
        layer3 = _make_layer(width * 4, 2, stride: 2);
        fc = Linear(width * 4 * Bottleneck.expansion, num_classes);
        InitializeParameters();
    }

    private Sequential _make_layer(long planes, int blocks, int stride = 1)
    {
        Module<Tensor, Tensor>? downsample = null;
        if (stride != 1 || inplanes != planes * Bottleneck.expansion)
            downsample = Sequential(Conv2d(inplanes, planes * Bottleneck.expansion, 1, stride, bias: false),
                BatchNorm2d(planes * Bottleneck.expansion));
        var layers = new List<Module<Tensor, Tensor>>();
        layers.Add(new Bottleneck(inplanes, planes, stride));
        inplanes = planes * Bottleneck.expansion;
        for (int i = 1; i < blocks; i++)
            layers.Add(new Bottleneck(inplanes, planes));
        return Sequential(layers.ToArray());
    }

    public override Tensor forward(Tensor x) =>
        Fc(layer3.call(layer2.call(layer1.call(functional.relu(bn1.call(Conv1(x)))))).mean(new long[] { 2, 3 }));
}

[Parameterize(BaseWidth = 8)]
public partial class Bottleneck : Module<Tensor, Tensor>
{
    public static int expansion = 4;
    private readonly Conv2d conv1, conv2, conv3;
    private readonly BatchNorm2d bn1, bn2, bn3;
    private readonly Module<Tensor, Tensor>? downsample;
    public Bottleneck([Width] long inplanes, [Width] long planes, int stride = 1) : base("Bottleneck")
    {
        conv1 = Conv2d(inplanes, planes, 1, bias: false);
        bn1 = BatchNorm2d(planes);
        conv2 = Conv2d(planes, planes, 3, stride, 1, bias: false);
        bn2 = BatchNorm2d(planes);
        conv3 = Conv2d(planes, planes * expansion, 1, bias: false);
        bn3 = BatchNorm2d(planes * expansion);
        if (stride != 1 || inplanes != planes * expansion)
            downsample = Sequential(Conv2d(inplanes, planes * expansion, 1, stride, bias: false),
                BatchNorm2d(planes * expansion));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        var o = bn3.call(Conv3(functional.relu(bn2.call(Conv2(functional.relu(bn1.call(Conv1(x))))))));
        return functional.relu(o + (downsample?.call(x) ?? x));
    }
}
