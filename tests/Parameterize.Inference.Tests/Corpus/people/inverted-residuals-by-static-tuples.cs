// right: features.0.0 Input, features.0.1 Vector, features.1.conv.0 Input, features.1.conv.1 Vector, features.1.conv.3 Hidden
// right: features.1.conv.4 Vector, features.2.conv.0 Hidden, features.2.conv.1 Vector, features.2.conv.3 Input, features.2.conv.4 Vector
// right: features.2.conv.6 Hidden, features.2.conv.7 Vector, features.3.conv.0 Hidden, features.3.conv.1 Vector, features.3.conv.3 Input
// right: features.3.conv.4 Vector, features.3.conv.6 Hidden, features.3.conv.7 Vector, features.4.conv.0 Hidden, features.4.conv.1 Vector
// right: features.4.conv.3 Input, features.4.conv.4 Vector, features.4.conv.6 Hidden, features.4.conv.7 Vector, features.5.conv.0 Hidden
// right: features.5.conv.1 Vector, features.5.conv.3 Input, features.5.conv.4 Vector, features.5.conv.6 Hidden, features.5.conv.7 Vector
// right: classifier Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential features;
    private readonly Linear classifier;
    private static readonly (int t, int c, int n, int s)[] Settings = [(1, 1, 1, 1), (6, 2, 2, 2), (6, 4, 2, 2)];
    public M([Width] int width, int classes = 10) : base("MobileNetV2")
    {
        var input = width;
        var blocks = new List<Module<Tensor, Tensor>> { Sequential(Conv2d(3, input, 3, 2, 1, bias: false), BatchNorm2d(input), ReLU6()) };
        foreach (var (t, c, n, s) in Settings)
        {
            var output = c * width;
            for (int i = 0; i < n; i++)
            {
                blocks.Add(new Inverted(input, output, i == 0 ? s : 1, t));
                input = output;
            }
        }
        features = Sequential(blocks);
        classifier = Linear(input, classes);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => Classifier(features.call(x).mean(new long[] { 2, 3 }));
}
[Parameterize(BaseWidth = 8)]
public sealed partial class Inverted : Module<Tensor, Tensor>
{
    private readonly bool useRes;
    private readonly Sequential conv;
    public Inverted([Width] int inp, [Width] int oup, int stride, int expand) : base("I")
    {
        var hidden = inp * expand;
        useRes = stride == 1 && inp == oup;
        var layers = new List<Module<Tensor, Tensor>>();
        if (expand != 1)
        {
            layers.Add(Conv2d(inp, hidden, 1, bias: false));
            layers.Add(BatchNorm2d(hidden));
            layers.Add(ReLU6());
        }
        layers.AddRange(new Module<Tensor, Tensor>[] {
            Conv2d(hidden, hidden, 3, stride, 1, groups: hidden, bias: false), BatchNorm2d(hidden), ReLU6(),
            Conv2d(hidden, oup, 1, bias: false), BatchNorm2d(oup) });
        conv = Sequential(layers);
        InitializeParameters(inp, oup);
    }
    public override Tensor forward(Tensor x) => useRes ? x + conv.call(x) : conv.call(x);
}
