using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>A convolutional network whose blocks weigh their channels.</summary>
public class SqueezeExcitation : Module<Tensor, Tensor>
{
    private readonly Sequential net;

    public SqueezeExcitation(long planes, long reduction, long numClasses) : base("SqueezeExcitation")
    {
        net = Sequential(
            Conv2d(3, planes, 3, padding: 1),
            BatchNorm2d(planes),
            ReLU(),
            new SeBlock(planes, reduction),
            Conv2d(planes, 2 * planes, 3, stride: 2, padding: 1),
            BatchNorm2d(2 * planes),
            ReLU(),
            new SeBlock(2 * planes, reduction),
            AdaptiveAvgPool2d(1),
            Flatten(),
            Linear(2 * planes, numClasses));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => net.call(x);
}

/// <summary>Squeeze to a mean per channel, excite by two layers.</summary>
public class SeBlock : Module<Tensor, Tensor>
{
    private readonly AdaptiveAvgPool2d avg_pool;
    private readonly Sequential fc;

    public SeBlock(long channel, long reduction = 4) : base("SeBlock")
    {
        avg_pool = AdaptiveAvgPool2d(1);
        fc = Sequential(
            Linear(channel, channel / reduction, hasBias: false),
            ReLU(inplace: true),
            Linear(channel / reduction, channel, hasBias: false),
            Sigmoid());
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var (b, c) = (x.size(0), x.size(1));
        var y = avg_pool.call(x).view(b, c);
        y = fc.call(y).view(b, c, 1, 1);
        return x * y.expand_as(x);
    }
}
