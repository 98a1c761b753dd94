using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>Super-resolution by convolutions and a shuffle of channels into pixels.</summary>
public class SuperResolution : Module<Tensor, Tensor>
{
    private readonly ReLU relu;
    private readonly Conv2d conv1;
    private readonly Conv2d conv2;
    private readonly Conv2d conv3;
    private readonly Conv2d conv4;
    private readonly PixelShuffle pixel_shuffle;

    public SuperResolution(int upscale_factor, int channels = 64) : base("SuperResolution")
    {
        relu = ReLU();
        conv1 = Conv2d(1, channels, (5, 5), (1, 1), (2, 2));
        conv2 = Conv2d(channels, channels, (3, 3), (1, 1), (1, 1));
        conv3 = Conv2d(channels, channels / 2, (3, 3), (1, 1), (1, 1));
        conv4 = Conv2d(channels / 2, upscale_factor * upscale_factor, (3, 3), (1, 1), (1, 1));
        pixel_shuffle = PixelShuffle(upscale_factor);
        RegisterComponents();
        _initialize_weights();
    }

    private void _initialize_weights()
    {
        foreach (var conv in new[] { conv1, conv2, conv3, conv4 })
            init.orthogonal_(conv.weight, init.calculate_gain(init.NonlinearityType.ReLU));
    }

    public override Tensor forward(Tensor x)
    {
        x = relu.call(conv1.call(x));
        x = relu.call(conv2.call(x));
        x = relu.call(conv3.call(x));
        x = pixel_shuffle.call(conv4.call(x));
        return x;
    }
}
