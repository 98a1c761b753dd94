using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>MobileNetV2 in small: inverted residuals, channels rounded to a multiple of 4.</summary>
[Parameterize(BaseWidth = 8)]
public partial class MobileNet : Module<Tensor, Tensor>
{
    private readonly Sequential features;
    private readonly Sequential classifier;

    public MobileNet([Width] long channels, long numClasses) : base("MobileNet")
    {
        long lastChannel = 4 * channels;
        var input = MakeDivisible(channels, 4);
        var layers = new List<Module<Tensor, Tensor>> { ConvBnRelu(3, input, stride: 2) };
        var settings = new[]
        {
            (t: 1, c: channels * 3 / 4, n: 1, s: 1),
            (t: 2, c: channels * 3 / 2, n: 2, s: 2),
            (t: 2, c: channels * 2, n: 1, s: 1),
        };
        foreach (var (t, c, n, s) in settings)
        {
            var output = MakeDivisible(c, 4);
            for (var i = 0; i < n; i++)
            {
                layers.Add(new InvertedResidual(input, output, i == 0 ? s : 1, t));
                input = output;
            }
        }

        layers.Add(ConvBnRelu(input, lastChannel));
        features = Sequential(layers);
        classifier = Sequential(Dropout(0.2), Linear(lastChannel, numClasses));
        InitializeParameters();
    }

    private static long MakeDivisible(long v, long divisor)
    {
        var rounded = Math.Max(divisor, (v + divisor / 2) / divisor * divisor);
        return rounded;
    }

    private static Sequential ConvBnRelu(long inputs, long outputs, long stride = 1) => Sequential(
        Conv2d(inputs, outputs, 3, stride: stride, padding: 1, bias: false),
        BatchNorm2d(outputs),
        ReLU6());

    public override Tensor forward(Tensor x)
    {
        x = features.call(x);
        return classifier.call(x.mean(new long[] { 2, 3 }));
    }
}

/// <summary>Expand, convolve each channel alone, project.</summary>
[Parameterize(BaseWidth = 8)]
public partial class InvertedResidual : Module<Tensor, Tensor>
{
    private readonly bool useResConnect;
    private readonly Sequential conv;

    public InvertedResidual([Width] long inp, [Width] long oup, long stride, long expandRatio) : base("InvertedResidual")
    {
        var hiddenDim = inp * expandRatio;
        useResConnect = stride == 1 && inp == oup;
        var layers = new List<Module<Tensor, Tensor>>();
        if (expandRatio != 1)
        {
            layers.Add(Conv2d(inp, hiddenDim, 1, bias: false));
            layers.Add(BatchNorm2d(hiddenDim));
            layers.Add(ReLU6());
        }

        layers.Add(Conv2d(hiddenDim, hiddenDim, 3, stride: stride, padding: 1, groups: hiddenDim, bias: false));
        layers.Add(BatchNorm2d(hiddenDim));
        layers.Add(ReLU6());
        layers.Add(Conv2d(hiddenDim, oup, 1, bias: false));
        layers.Add(BatchNorm2d(oup));
        conv = Sequential(layers);
        InitializeParameters(inp, oup);
    }

    public override Tensor forward(Tensor x) => useResConnect ? x + conv.call(x) : conv.call(x);
}
