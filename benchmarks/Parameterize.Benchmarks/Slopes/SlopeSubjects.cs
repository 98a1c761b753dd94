using Parameterize.Benchmarks.Slopes.Models;

namespace Parameterize.Benchmarks.Slopes;

/// <summary>The models of the table of slopes, each with the layers that stand for a role.</summary>
internal static class SlopeSubjects
{
    private const double Sgd = 0.1;
    private const double Adam = 1e-3;

    private static readonly (long, long, int) s_wide = (64, 1024, 3);
    private static readonly (long, long, int) s_sequences = (64, 512, 3);
    private static readonly (long, long, int) s_wideSequences = (256, 2048, 3);

    public static IReadOnlyList<SlopeSubject> All { get; } =
    [
        SlopeSubject.Of(
            "GPT block, one head of keys and values",
            (width, r) => new SharedHeads(width, r),
            model => model.SGD(Sgd), model => model.Adam(Adam),
            Tasks.Tokens(Tasks.Vocabulary), s_sequences,
            "_places", "_query", "_key", "_gather", "_down", "_readout"),
        SlopeSubject.Of(
            "GPT block, tied readout",
            (width, r) => new TiedGpt(width, r),
            model => model.SGD(Sgd), model => model.Adam(Adam),
            Tasks.Tokens(Tasks.Vocabulary), s_sequences,
            "_words", "_attention", "_readout") with { Dial = [0.5] },
        SlopeSubject.Of(
            "GPT block, one head of keys and values, tied readout",
            (width, r) => new TiedSharedHeads(width, r),
            model => model.SGD(Sgd), model => model.Adam(Adam),
            Tasks.Tokens(Tasks.Vocabulary), s_wideSequences,
            "_words", "_query", "_key", "_gather", "_readout") with { Dial = [0.5] },
        SlopeSubject.Of(
            "mixer",
            (width, r) => new Mixer(width, r),
            model => model.SGD(Sgd), model => model.Adam(Adam),
            Tasks.Classes, s_sequences,
            "_patches", "_channels", "_readout"),
        SlopeSubject.Of(
            "LSTM",
            (width, r) => new Recurrent(width, r),
            model => model.SGD(Sgd), model => model.Adam(Adam),
            Tasks.Classes, s_sequences,
            "_embed", "_mix", "_readout"),
        SlopeSubject.Of(
            "depthwise and grouped convolutions",
            (width, r) => new Convolutions(width, r),
            model => model.SGD(Sgd), model => model.Adam(Adam),
            Tasks.Images, (16, 128, 3),
            "_depthwise", "_pointwise", "_grouped", "_readout"),
        SlopeSubject.Of(
            "VAE, latent of fixed size",
            (width, r) => new FixedLatent(width, r),
            model => model.SGD(Sgd), model => model.Adam(Adam),
            Tasks.Classes, s_wide,
            "_encode", "_mean", "_decode", "_readout"),
        SlopeSubject.Of(
            "experts and a router",
            (width, r) => new RoutedExperts(width, r),
            model => model.SGD(Sgd), model => model.Adam(Adam),
            Tasks.Classes, s_sequences,
            "_router", "_experts.0", "_mix", "_readout"),
        SlopeSubject.Of(
            "graph layer",
            (width, r) => new Ring(width, r),
            model => model.SGD(Sgd), model => model.Adam(Adam),
            Tasks.Classes, s_wide,
            "_self", "_neighbours", "_readout"),
        SlopeSubject.Of(
            "adapter (LoRA)",
            (width, r) => new Adapted(width, r),
            model => model.SGD(Sgd), model => model.Adam(Adam),
            Tasks.Classes, s_wide,
            "_embed", "_lower", "_raise", "_readout"),
        SlopeSubject.Of(
            "gates",
            (width, r) => new Gates(width, r),
            model => model.SGD(Sgd), model => model.Adam(Adam),
            Tasks.Classes, s_wide,
            "_gate", "_mix", "_readout"),
        SlopeSubject.Of(
            "time embedding",
            (width, r) => new Denoiser(width, r),
            model => model.SGD(Sgd), model => model.Adam(Adam),
            Tasks.Classes, s_wide,
            "_time", "_mix", "_readout"),
        SlopeSubject.Of(
            "vocabulary of 5000",
            (width, r) => new LargeVocabulary(width, r),
            model => model.SGD(Sgd), model => model.Adam(Adam),
            Tasks.Tokens(Tasks.LargeVocabulary),
            (64, 256, 3),
            "_words", "_mix", "_readout"),
        SlopeSubject.Of(
            "two towers by their product",
            (width, r) => new Towers(width, r),
            model => model.SGD(Sgd), model => model.Adam(Adam),
            Tasks.Pairs, s_wide,
            "_left", "_leftVector", SlopeSubject.Dot),
    ];
}
