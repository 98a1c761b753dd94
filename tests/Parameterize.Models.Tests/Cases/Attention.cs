using Parameterize.Models.Tests.Harness;
using static Parameterize.Models.Tests.Harness.ModelCase;
using static TorchSharp.torch;

namespace Parameterize.Models.Tests.Cases;

/// <summary>Transformers.</summary>
internal static class Attention
{
    public static IReadOnlyList<ModelCase> Cases { get; } =
    [
        Of(
            "Gpt",
            () => new Plain.Gpt(new()),
            width => new Annotated.Gpt(new() { NEmbd = (int)width, NHead = (int)width / 4 }),
            Words,
            Losses.CrossEntropy),
        Of(
            "T5",
            () => new Plain.T5(20, 8, 4, 16, 2),
            width => new Annotated.T5(20, width, 4, 2 * width, width / 4),
            Words,
            Losses.CrossEntropy),
        Of(
            "Vit",
            () => new Plain.Vit(8, 4, 8, 2, 2, 4, 5),
            width => new Annotated.Vit(8, 4, width, 2, 2, width / 2, 5),
            draw => draw.Normal(2, 3, 8, 8),
            Losses.CrossEntropy),
        Of(
            "Perceiver",
            () => new Plain.Perceiver(5, 4, 8, 2, 3),
            width => new Annotated.Perceiver(5, 4, width, width / 4, 3),
            draw => draw.Normal(2, 7, 5),
            Losses.CrossEntropy),
        Of("ClipText", () => new Plain.ClipText(6, 5, 20, 8, 2, 2), width => new Annotated.ClipText(6, 5, 20, width, width / 4, 2), Words),
        Of("Bert", () => new Plain.Bert(20, 8, 2, 2), width => new Annotated.Bert(20, width, 2, width / 4), Words, Losses.CrossEntropy),
        Of(
            "ClipImage",
            () => new Plain.ClipImage(8, 4, 8, 2, 2, 6),
            width => new Annotated.ClipImage(8, 4, (int)width, 2, (int)width / 4, 6),
            draw => draw.Normal(2, 3, 8, 8)),
        Of(
            "Llama",
            () => new Plain.Llama(new()),
            width => new Annotated.Llama(new() { Dim = (int)width, NHeads = (int)width / 4, NKvHeads = (int)width / 8 }),
            Words,
            Losses.CrossEntropy),
    ];

    private static Tensor Words(Draw draw) => draw.Indices(20, 3, 5);
}
