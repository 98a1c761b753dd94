using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>A residual network of bottlenecks, with a stem.</summary>
[Parameterize(BaseWidth = 8)]
public partial class BottleneckResNet : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> stem;
    private readonly ModuleList<Bottleneck> blocks = new();
    private readonly Linear fc;

    public BottleneckResNet([Width] int width, int numClasses) : base("BottleneckResNet")
    {
        stem = Sequential(
            Conv2d(3, width, 3, padding: 1, bias: false),
            BatchNorm2d(width),
            ReLU());
        blocks.Add(new Bottleneck(width, width));
        blocks.Add(new Bottleneck(width * Bottleneck.Expansion, width));
        blocks.Add(new Bottleneck(width * Bottleneck.Expansion, width * 2, stride: 2));
        fc = Linear(width * 2 * Bottleneck.Expansion, numClasses);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        x = stem.call(x);
        foreach (var block in blocks)
            x = block.call(x);
        return Fc(x.mean(new long[] { 2, 3 }));
    }
}

/// <summary>A narrow 3 by 3 convolution between two of 1 by 1.</summary>
[Parameterize(BaseWidth = 8)]
public partial class Bottleneck : Module<Tensor, Tensor>
{
    public const int Expansion = 4;

    private readonly Conv2d conv1, conv2, conv3;
    private readonly BatchNorm2d bn1, bn2, bn3;
    private readonly Module<Tensor, Tensor> downsample;

    public Bottleneck([Width] int inPlanes, [Width] int planes, int stride = 1) : base("Bottleneck")
    {
        conv1 = Conv2d(inPlanes, planes, 1, bias: false);
        bn1 = BatchNorm2d(planes);
        conv2 = Conv2d(planes, planes, 3, stride: stride, padding: 1, bias: false);
        bn2 = BatchNorm2d(planes);
        conv3 = Conv2d(planes, planes * Expansion, 1, bias: false);
        bn3 = BatchNorm2d(planes * Expansion);
        downsample = stride != 1 || inPlanes != planes * Expansion
            ? Sequential(Conv2d(inPlanes, planes * Expansion, 1, stride: stride, bias: false), BatchNorm2d(planes * Expansion))
            : Identity();
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        var y = functional.relu(bn1.call(Conv1(x)));
        y = functional.relu(bn2.call(Conv2(y)));
        y = bn3.call(Conv3(y));
        return functional.relu(y + downsample.call(x));
    }
}
