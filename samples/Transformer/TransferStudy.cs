using Parameterize.Experiments;
using Parameterize.Experiments.Sweeps;
using static TorchSharp.torch;

namespace Parameterize.Samples.Transformer;

/// <summary>The best AdamW rate at each width under a cosine schedule, standard parametrization against muP.</summary>
internal static class TransferStudy
{
    private const double WeightDecay = 0.1;
    private const int LastSteps = 20;

    public static IReadOnlyList<TransferCurves> Run(SampleRun run, ResultStore store, TextTask text, TransferSizes sizes)
    {
        return TransferCurves.Run(run, store, new TextTransfer(text, sizes, LastSteps,
        [
            TransferVariant.Of(
                TransferCurves.Standard,
                width => new StandardCharacterTransformer(text.Vocabulary, text.Window, width, Demo.HeadWidth(width), Demo.Depth),
                (model, rate) => model.AdamW(rate, weight_decay: WeightDecay),
                Cosine),
            TransferVariant.Of(
                TransferCurves.MaximalUpdate,
                width => new CharacterTransformer(text.Vocabulary, text.Window, width, Demo.HeadWidth(width), Demo.Depth,
                    Richness.MaximalUpdate),
                (model, rate) => model.AdamW(rate, weight_decay: WeightDecay),
                Cosine),
        ]));

        static optim.lr_scheduler.LRScheduler Cosine(optim.Optimizer optimizer, int steps) =>
            optim.lr_scheduler.CosineAnnealingLR(optimizer, steps);
    }
}
