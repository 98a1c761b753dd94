using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>Segmentation: down, up, and across.</summary>
public class UNet : Module<Tensor, Tensor>
{
    private readonly DoubleConv inc;
    private readonly UNetDown down1, down2;
    private readonly UNetUp up1, up2;
    private readonly Conv2d outc;

    public UNet(long nChannels, long nClasses, long features) : base("UNet")
    {
        inc = new DoubleConv(nChannels, features);
        down1 = new UNetDown(features, 2 * features);
        down2 = new UNetDown(2 * features, 4 * features);
        up1 = new UNetUp(4 * features, 2 * features);
        up2 = new UNetUp(2 * features, features);
        outc = Conv2d(features, nClasses, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var x1 = inc.call(x);
        var x2 = down1.call(x1);
        var x3 = down2.call(x2);
        return outc.call(up2.call(up1.call(x3, x2), x1));
    }
}

/// <summary>Twice a convolution, a norm and a ReLU.</summary>
public class DoubleConv : Module<Tensor, Tensor>
{
    private readonly Sequential double_conv;

    public DoubleConv(long inChannels, long outChannels) : base("DoubleConv")
    {
        double_conv = Sequential(
            Conv2d(inChannels, outChannels, 3, padding: 1, bias: false),
            BatchNorm2d(outChannels),
            ReLU(inplace: true),
            Conv2d(outChannels, outChannels, 3, padding: 1, bias: false),
            BatchNorm2d(outChannels),
            ReLU(inplace: true));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => double_conv.call(x);
}

/// <summary>Half the size, then a double convolution.</summary>
public class UNetDown : Module<Tensor, Tensor>
{
    private readonly Sequential maxpool_conv;

    public UNetDown(long inChannels, long outChannels) : base("Down")
    {
        maxpool_conv = Sequential(MaxPool2d(2), new DoubleConv(inChannels, outChannels));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => maxpool_conv.call(x);
}

/// <summary>Twice the size, then a double convolution of that and of what came across.</summary>
public class UNetUp : Module<Tensor, Tensor, Tensor>
{
    private readonly ConvTranspose2d up;
    private readonly DoubleConv conv;

    public UNetUp(long inChannels, long outChannels) : base("Up")
    {
        up = ConvTranspose2d(inChannels, inChannels / 2, 2, stride: 2);
        conv = new DoubleConv(inChannels, outChannels);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x1, Tensor x2) => conv.call(cat([x2, up.call(x1)], 1));
}
