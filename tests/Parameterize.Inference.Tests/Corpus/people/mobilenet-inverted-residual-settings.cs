// right: features.0 Input, features.1 Vector, features.3.conv.0 Input, features.3.conv.1 Vector, features.3.conv.3 Hidden
// right: features.3.conv.4 Vector, features.4.conv.0 Hidden, features.4.conv.1 Vector, features.4.conv.3 Input
// right: features.4.conv.4 Vector, features.4.conv.6 Hidden, features.4.conv.7 Vector, features.5.conv.0 Hidden
// right: features.5.conv.1 Vector, features.5.conv.3 Input, features.5.conv.4 Vector, features.5.conv.6 Hidden
// right: features.5.conv.7 Vector, features.6.conv.0 Hidden, features.6.conv.1 Vector, features.6.conv.3 Input
// right: features.6.conv.4 Vector, features.6.conv.6 Hidden, features.6.conv.7 Vector, features.7.conv.0 Hidden
// right: features.7.conv.1 Vector, features.7.conv.3 Input, features.7.conv.4 Vector, features.7.conv.6 Hidden
// right: features.7.conv.7 Vector, classifier Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential features;
    private readonly Linear classifier;
    public M([Width] long width, int classes = 10) : base("MobileNet")
    {
        var settings = new[]
        {
            (t: 1, c: 1, n: 1, s: 1),
            (t: 6, c: 2, n: 2, s: 2),
            (t: 6, c: 3, n: 2, s: 2)
        };
        var list = new List<Module<Tensor, Tensor>>
        {
            Conv2d(3, width, 3, 2, 1, bias: false),
            BatchNorm2d(width),
            ReLU6()
        };
        var input = width;
        foreach (var(t, c, n, s)in settings)
        {
            var output = c * width;
            for (var i = 0; i < n; i++)
            {
                list.Add(new InvertedResidual(input, output, i == 0 ? s : 1, t));
                input = output;
            }
        }

        features = Sequential(list.ToArray());
        classifier = Linear(input, classes);
        foreach (var m in features.modules())
            switch (m)
            {
                case Conv2d conv:
                    init.kaiming_normal_(conv.weight, mode: init.FanInOut.FanOut);
                    break;
                case BatchNorm2d bn:
                    init.ones_(bn.weight);
                    init.zeros_(bn.bias);
                    break;
            }

        init.normal_(classifier.weight, 0, 0.01);
        init.zeros_(classifier.bias);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Classifier(features.call(x).mean(new long[] { 2, 3 }));
}

[Parameterize(BaseWidth = 8)]
public sealed partial class InvertedResidual : Module<Tensor, Tensor>
{
    private readonly Sequential conv;
    private readonly bool use_res;
    public InvertedResidual([Width] long inp, [Width] long oup, int stride, int expand) : base("IR")
    {
        var hidden = inp * expand;
        use_res = stride == 1 && inp == oup;
        var layers = new List<Module<Tensor, Tensor>>();
        if (expand != 1)
        {
            layers.Add(Conv2d(inp, hidden, 1, bias: false));
            layers.Add(BatchNorm2d(hidden));
            layers.Add(ReLU6());
        }

        layers.AddRange(new Module<Tensor, Tensor>[] { Conv2d(hidden, hidden, 3, stride, 1, groups: hidden, bias: false),
            BatchNorm2d(hidden), ReLU6(), Conv2d(hidden, oup, 1, bias: false), BatchNorm2d(oup) });
        conv = Sequential(layers);
        InitializeParameters(inp: inp, oup: oup);
    }

    public override Tensor forward(Tensor x) => use_res ? x + conv.call(x) : conv.call(x);
}
