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
                width => Baseline.Of(() => Model(width)),
                (model, rate) => model.AdamW(rate, weight_decay: WeightDecay),
                Cosine),
            TransferVariant.Of(
                TransferCurves.MaximalUpdate,
                Model,
                (model, rate) => model.AdamW(rate, weight_decay: WeightDecay),
                Cosine),
        ]));

        CharacterTransformer Model(long width) => new(
            text.Vocabulary, text.Window, width, Demo.HeadWidth(width), Demo.Depth, Richness.MaximalUpdate);

        static optim.lr_scheduler.LRScheduler Cosine(optim.Optimizer optimizer, int steps) =>
            optim.lr_scheduler.CosineAnnealingLR(optimizer, steps);
    }
}
