using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>A residual network for small pictures.</summary>
[Parameterize(BaseWidth = 8)]
public partial class ResNet : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Sequential layer1, layer2;
    private readonly Linear linear;
    private long inPlanes;

    public ResNet(long[] numBlocks, [Width] long width, long numClasses = 10) : base("ResNet")
    {
        inPlanes = width;
        conv1 = Conv2d(3, width, 3, padding: 1, bias: false);
        bn1 = BatchNorm2d(width);
        layer1 = MakeLayer(width, numBlocks[0], stride: 1);
        layer2 = MakeLayer(2 * width, numBlocks[1], stride: 2);
        linear = Linear(2 * width, numClasses);
        InitializeParameters();
    }

    private Sequential MakeLayer(long planes, long numBlocks, long stride)
    {
        var layers = new List<Module<Tensor, Tensor>>();
        for (var i = 0; i < numBlocks; i++)
        {
            layers.Add(new BasicBlock(inPlanes, planes, i == 0 ? stride : 1));
            inPlanes = planes;
        }

        return Sequential(layers);
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.relu(bn1.call(Conv1(x)));
        x = layer2.call(layer1.call(x));
        return LinearForward(x.mean(new long[] { 2, 3 }));
    }
}

/// <summary>Two convolutions beside a shortcut.</summary>
[Parameterize(BaseWidth = 8)]
public partial class BasicBlock : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1, conv2;
    private readonly BatchNorm2d bn1, bn2;
    private readonly Sequential shortcut;

    public BasicBlock([Width] long inPlanes, [Width] long planes, long stride = 1) : base("BasicBlock")
    {
        conv1 = Conv2d(inPlanes, planes, 3, stride: stride, padding: 1, bias: false);
        bn1 = BatchNorm2d(planes);
        conv2 = Conv2d(planes, planes, 3, padding: 1, bias: false);
        bn2 = BatchNorm2d(planes);
        shortcut = Sequential();
        if (stride != 1 || inPlanes != planes)
        {
            shortcut = Sequential(
                ("conv", Conv2d(inPlanes, planes, 1, stride: stride, bias: false)),
                ("bn", BatchNorm2d(planes)));
        }

        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        var y = functional.relu(bn1.call(Conv1(x)));
        y = bn2.call(Conv2(y));
        return functional.relu(y + shortcut.call(x));
    }
}
