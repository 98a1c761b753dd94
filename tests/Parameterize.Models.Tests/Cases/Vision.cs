using Parameterize.Models.Tests.Harness;
using static Parameterize.Models.Tests.Harness.ModelCase;
using static TorchSharp.torch;

namespace Parameterize.Models.Tests.Cases;

/// <summary>Networks on images.</summary>
internal static class Vision
{
    public static IReadOnlyList<ModelCase> Cases { get; } =
    [
        Of(
            "LeNet",
            () => new Plain.LeNet(),
            width => new Annotated.LeNet((int)width * 6 / 8),
            draw => draw.Normal(2, 1, 28, 28),
            Losses.CrossEntropy),
        Of("Vgg", () => new Plain.Vgg(8), width => new Annotated.Vgg(width), Image(8), Losses.CrossEntropy),
        Of(
            "MlpMixer",
            () => new Plain.MlpMixer(8, 4, 8, 8, 2, 5),
            width => new Annotated.MlpMixer(8, 4, width, width, 2, 5),
            Image(8),
            Losses.CrossEntropy),
        Of(
            "PointNet",
            () => new Plain.PointNet(5, 8),
            width => new Annotated.PointNet(5, (int)width),
            draw => draw.Normal(4, 3, 10),
            Losses.NegativeLogLikelihood),
        Of(
            "Siamese",
            () => new Plain.Siamese(8, 8),
            width => new Annotated.Siamese((int)width, (int)width),
            draw => (draw.Normal(2, 1, 14, 14), draw.Normal(2, 1, 14, 14))),
        Of(
            "SuperResolution",
            () => new Plain.SuperResolution(2, 8),
            width => new Annotated.SuperResolution(2, (int)width),
            draw => draw.Normal(2, 1, 6, 6)),
        Of("VideoNet", () => new Plain.VideoNet(4, 8), width => new Annotated.VideoNet(4, width), draw => draw.Normal(2, 3, 4, 6, 6)),
        Of("DenseNet", () => new Plain.DenseNet(8, [2, 2]), width => new Annotated.DenseNet(width, [2, 2]), Image(8), Losses.CrossEntropy),
        Of(
            "SqueezeExcitation",
            () => new Plain.SqueezeExcitation(8, 2, 5),
            width => new Annotated.SqueezeExcitation(width, 2, 5),
            Image(8),
            Losses.CrossEntropy),
        Of(
            "AlexNet",
            () => new Plain.AlexNet("AlexNet", 5, 8),
            width => new Annotated.AlexNet("AlexNet", 5, width),
            Image(16),
            Losses.CrossEntropy),
        Of("UNet", () => new Plain.UNet(3, 2, 8), width => new Annotated.UNet(3, 2, width), Image(8)),
        Of(
            "ResNet",
            () => new Plain.ResNet([2, 2], 8, 5),
            width => new Annotated.ResNet([2, 2], width, 5),
            Image(8),
            Losses.CrossEntropy),
        Of(
            "BottleneckResNet",
            () => new Plain.BottleneckResNet(8, 5),
            width => new Annotated.BottleneckResNet((int)width, 5),
            Image(8),
            Losses.CrossEntropy),
        Of("MobileNet", () => new Plain.MobileNet(8, 5), width => new Annotated.MobileNet(width, 5), Image(8), Losses.CrossEntropy),
        Of("ConvMixer", () => new Plain.ConvMixer(8, 2), width => new Annotated.ConvMixer(width, 2), Image(8), Losses.CrossEntropy),
    ];

    private static Func<Draw, Tensor> Image(long size) => draw => draw.Normal(4, 3, size, size);
}
