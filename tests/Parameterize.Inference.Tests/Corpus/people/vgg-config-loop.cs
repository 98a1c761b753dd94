// right: layers.conv2d-0a Input, layers.bnrm2d-0a Vector, layers.conv2d-2a Hidden, layers.bnrm2d-2a Vector, layers.conv2d-4a Hidden
// right: layers.bnrm2d-4a Vector, layers.conv2d-5a Hidden, layers.bnrm2d-5a Vector, layers.linear Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private static readonly Dictionary<string, long[]> _channels = new()
    {
        {
            "vgg11",
            new long[]
            {
                64,
                0,
                128,
                0,
                256,
                256,
                0
            }
        }
    };
    private readonly Module<Tensor, Tensor> layers;
    public M([Width] long width, string name = "vgg11") : base("VGG")
    {
        var modules = new List<(string, Module<Tensor, Tensor>)>();
        long in_channels = 3;
        for (var i = 0; i < _channels["vgg11"].Length; i++)
        {
            if (_channels["vgg11"][i] == 0)
                modules.Add(($"MaxPool2d-{i}a", MaxPool2d(2, 2)));
            else
            {
                var c = _channels["vgg11"][i] * width / 64;
                modules.Add(($"conv2d-{i}a", Conv2d(in_channels, c, 3, padding: 1)));
                modules.Add(($"bnrm2d-{i}a", BatchNorm2d(c)));
                modules.Add(($"relu-{i}b", ReLU(inplace: true)));
                in_channels = c;
            }
        }

        modules.Add(("avgpool2d", AdaptiveAvgPool2d(1)));
        modules.Add(("flatten", Flatten()));
        modules.Add(("linear", Linear(in_channels, 10)));
        layers = Sequential(modules);
        InitializeParameters();
    }

    public override Tensor forward(Tensor input) => layers.call(input);
}
