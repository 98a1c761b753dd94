using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>Super-resolution by convolutions and a shuffle of channels into pixels.</summary>
[Parameterize(BaseWidth = 8)]
public partial class SuperResolution : Module<Tensor, Tensor>
{
    private readonly ReLU relu;
    private readonly Conv2d conv1;
    private readonly Conv2d conv2;
    private readonly Conv2d conv3;
    private readonly Conv2d conv4;
    private readonly PixelShuffle pixel_shuffle;

    public SuperResolution(int upscale_factor, [Width] int channels = 64) : base("SuperResolution")
    {
        relu = ReLU();
        conv1 = Conv2d(1, channels, (5, 5), (1, 1), (2, 2));
        conv2 = Conv2d(channels, channels, (3, 3), (1, 1), (1, 1));
        conv3 = Conv2d(channels, channels / 2, (3, 3), (1, 1), (1, 1));
        conv4 = Conv2d(channels / 2, upscale_factor * upscale_factor, (3, 3), (1, 1), (1, 1));
        pixel_shuffle = PixelShuffle(upscale_factor);
        _initialize_weights();
        InitializeParameters();
    }

    private void _initialize_weights()
    {
        foreach (var conv in new[] { conv1, conv2, conv3, conv4 })
            init.orthogonal_(conv.weight, init.calculate_gain(init.NonlinearityType.ReLU));
    }

    public override Tensor forward(Tensor x)
    {
        x = relu.call(Conv1(x));
        x = relu.call(Conv2(x));
        x = relu.call(Conv3(x));
        x = pixel_shuffle.call(Conv4(x));
        return x;
    }
}
