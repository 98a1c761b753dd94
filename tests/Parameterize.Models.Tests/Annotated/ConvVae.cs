using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>A convolutional variational autoencoder for 16 by 16 images.</summary>
[Parameterize(BaseWidth = 8)]
public partial class ConvVae : Module<Tensor, (Tensor, Tensor, Tensor)>
{
    private readonly Sequential encoder;
    private readonly Linear fcMu;
    private readonly Linear fcLogVar;
    private readonly Linear fcDecode;
    private readonly Sequential decoder;

    public ConvVae(long channels, [Width] long filters, long zDim) : base("ConvVae")
    {
        encoder = Sequential(
            ("conv1", Conv2d(channels, filters, 4, stride: 2, padding: 1)),
            ("relu1", ReLU()),
            ("conv2", Conv2d(filters, filters * 2, 4, stride: 2, padding: 1)),
            ("relu2", ReLU()),
            ("flatten", Flatten()));
        fcMu = Linear(filters * 2 * 4 * 4, zDim);
        fcLogVar = Linear(filters * 2 * 4 * 4, zDim);
        fcDecode = Linear(zDim, filters * 2 * 4 * 4);
        decoder = Sequential(
            ("unflatten", Unflatten(1, new long[] { filters * 2, 4, 4 })),
            ("deconv1", ConvTranspose2d(filters * 2, filters, 4, stride: 2, padding: 1)),
            ("relu1", ReLU()),
            ("deconv2", ConvTranspose2d(filters, channels, 4, stride: 2, padding: 1)),
            ("sigmoid", Sigmoid()));
        InitializeParameters();
    }

    public override (Tensor, Tensor, Tensor) forward(Tensor x)
    {
        var h = encoder.call(x);
        var (mu, logVar) = (FcMu(h), FcLogVar(h));
        var z = mu + exp(logVar / 2) * randn_like(mu);
        return (decoder.call(FcDecode(z)), mu, logVar);
    }
}
