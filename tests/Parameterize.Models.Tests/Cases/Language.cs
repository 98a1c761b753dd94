using Parameterize.Models.Tests.Harness;
using static Parameterize.Models.Tests.Harness.ModelCase;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Cases;

/// <summary>Networks on words and characters, without attention or with TorchSharp's own.</summary>
internal static class Language
{
    public static IReadOnlyList<ModelCase> Cases { get; } =
    [
        Of(
            "LstmLanguageModel",
            () => new Plain.LstmLanguageModel(20, 8, 8, 2),
            width => new Annotated.LstmLanguageModel(20, width, width, 2),
            Words,
            Losses.NegativeLogLikelihood),
        Of(
            "GruLanguageModel",
            () => new Plain.GruLanguageModel(20, 8, 2),
            width => new Annotated.GruLanguageModel(20, width, 2),
            Words,
            Losses.CrossEntropy),
        Of(
            "TextClassification",
            () => new Plain.TextClassification(20, 8, 4),
            width => new Annotated.TextClassification(20, width, 4),
            draw => (draw.Indices(20, 12), tensor(new long[] { 0, 5, 9 })),
            Losses.CrossEntropy),
        Of(
            "TextCnn",
            () => new Plain.TextCnn(20, 8, 4, 8, [2, 3]),
            width => new Annotated.TextCnn(20, width, 4, width, [2, 3]),
            Words,
            Losses.CrossEntropy),
        Of<Module<Tensor, Tensor, Tensor, Tensor>>(
            "SkipGram",
            () => new Plain.SkipGram(20, 8),
            width => new Annotated.SkipGram(20, width),
            (model, draw) => model.call(draw.Indices(20, 6), draw.Indices(20, 6), draw.Indices(20, 6, 3)),
            Losses.Itself),
        Of(
            "AttentionDecoder",
            () => new Plain.AttentionDecoder(20, 15, 8),
            width => new Annotated.AttentionDecoder(20, 15, width),
            draw => (draw.Indices(20, 3, 5), draw.Indices(15, 3, 4)),
            Losses.CrossEntropy),
        Of(
            "SpeechRecognition",
            () => new Plain.SpeechRecognition(2, 8, 6, 8, 8),
            width => new Annotated.SpeechRecognition(2, width, 6, 8, width),
            draw => draw.Normal(2, 1, 8, 10),
            Losses.CrossEntropy),
        Of(
            "Seq2SeqTransformer",
            () => new Plain.Seq2SeqTransformer(20, 8, 2, 8, 2),
            width => new Annotated.Seq2SeqTransformer(20, width, width / 4, width, 2),
            draw => (Words(draw), zeros(6, 6)),
            Losses.CrossEntropy),
        Of(
            "BiLstmTagger",
            () => new Plain.BiLstmTagger(20, 4, 8, 8),
            width => new Annotated.BiLstmTagger(20, 4, width, width),
            Words,
            Losses.CrossEntropy),
        Of(
            "RnnClassifier",
            () => new Plain.RnnClassifier(6, 8, 4),
            width => new Annotated.RnnClassifier(6, width, 4),
            draw => draw.Normal(5, 3, 6),
            Losses.NegativeLogLikelihood),
    ];

    private static Tensor Words(Draw draw) => draw.Indices(20, 6, 5);
}
