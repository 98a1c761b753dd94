using Parameterize.Models.Tests.Harness;
using static Parameterize.Models.Tests.Harness.ModelCase;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Cases;

/// <summary>Networks that make what they are trained on.</summary>
internal static class Generative
{
    public static IReadOnlyList<ModelCase> Cases { get; } =
    [
        Of(
            "DcganGenerator",
            () => new Plain.DcganGenerator(6, 8, 3),
            width => new Annotated.DcganGenerator(6, (int)width, 3),
            draw => draw.Normal(4, 6, 1, 1)),
        Of(
            "DcganDiscriminator",
            () => new Plain.DcganDiscriminator(8, 3),
            width => new Annotated.DcganDiscriminator((int)width, 3),
            draw => draw.Normal(4, 3, 16, 16)),
        Of<Module<Tensor, (Tensor, Tensor, Tensor)>>(
            "Vae",
            () => new Plain.Vae(20, 8, 3),
            width => new Annotated.Vae(20, width, 3),
            (model, draw) => Joined(model.call(draw.Uniform(4, 20)))),
        Of<Module<Tensor, (Tensor, Tensor, Tensor)>>(
            "ConvVae",
            () => new Plain.ConvVae(1, 8, 3),
            width => new Annotated.ConvVae(1, width, 3),
            (model, draw) => Joined(model.call(draw.Uniform(4, 1, 16, 16)))),
        Of("Autoencoder", () => new Plain.Autoencoder(20, 8), width => new Annotated.Autoencoder(20, width), draw => draw.Normal(4, 20)),
        Of(
            "WaveNet",
            () => new Plain.WaveNet(3, 6, 8, 8),
            width => new Annotated.WaveNet(3, 6, width, width),
            draw => draw.Normal(2, 6, 12)),
        Of("Gan", () => new Plain.Gan(4, 8, 12), width => new Annotated.Gan(4, width, 12), draw => draw.Normal(5, 4)),
        Of(
            "DiffusionUNet",
            () => new Plain.DiffusionUNet(8),
            width => new Annotated.DiffusionUNet(width),
            draw => (draw.Normal(2, 3, 8, 8), draw.Uniform(2) * 100)),
        Of<Module<Tensor, (Tensor, Tensor)>>(
            "RealNvp",
            () => new Plain.RealNvp(4, 8, 3),
            width => new Annotated.RealNvp(4, width, 3),
            (model, draw) => Joined(model.call(draw.Normal(5, 4)))),
        Of("Siren", () => new Plain.Siren(2, 8, 2, 3), width => new Annotated.Siren(2, width, 2, 3), draw => draw.Uniform(6, 2) / 30),
    ];

    private static Tensor Joined(params IEnumerable<Tensor> parts) => cat([.. parts.Select(part => part.flatten())]);

    private static Tensor Joined((Tensor, Tensor) parts) => Joined(parts.Item1, parts.Item2);

    private static Tensor Joined((Tensor, Tensor, Tensor) parts) => Joined(parts.Item1, parts.Item2, parts.Item3);
}
