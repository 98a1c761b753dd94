using Parameterize.Experiments;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Samples.Transformer;

/// <summary>The best AdamW rate at each width under a cosine schedule, standard parametrization against muP.</summary>
internal static class TransferStudy
{
    private const string Standard = "standard";
    private const string MaximalUpdate = "muP";
    private const double WeightDecay = 0.1;
    private const int LastSteps = 20;

    public static IReadOnlyList<TransferCurves> Run(TextTask text, DemoOptions options, ProgressLines progress, CancellationToken cancellation)
    {
        using var line = progress.Start("transfer: loss over rate at each width");
        using var store = ResultStore.Open(Path.Combine(options.Output.FullName, "transfer.jsonl"));
        var (steps, sizes) = (options.Sizes.Steps, options.Sizes);
        var sweep = new TransferSweep([Standard, MaximalUpdate], sizes.TransferWidths, sizes.Rates, sizes.TransferSeeds, Train);
        var points = sweep.Run(store, Environment.ProcessorCount, line, cancellation);
        return [.. new[] { Standard, MaximalUpdate }.Select(parametrization => new TransferCurves(parametrization, points[parametrization]))];

        double Train(TransferTrial trial, CancellationToken token)
        {
            using var model = SeededModels.Build(trial.Seed, () => Build(trial));
            using var optimizer = AdamW(model, trial.Rate);
            var schedule = optim.lr_scheduler.CosineAnnealingLR(optimizer, steps);
            var losses = TrainingLoop.Run(model, optimizer, schedule, text.Training, trial.Seed, steps, token);
            return losses.Count == steps ? losses.TakeLast(LastSteps).Average() : double.NaN;
        }

        Module<Tensor, Tensor> Build(TransferTrial trial) => trial.Parametrization == Standard
            ? new StandardCharacterTransformer(text.Vocabulary, text.Window, trial.Width, Demo.HeadWidth(trial.Width), Demo.Depth)
            : new CharacterTransformer(text.Vocabulary, text.Window, trial.Width, Demo.HeadWidth(trial.Width), Demo.Depth, Richness.MaximalUpdate);
    }

    private static optim.Optimizer AdamW(Module model, double rate) => model switch
    {
        CharacterTransformer scaled => scaled.AdamW(rate, weight_decay: WeightDecay),
        StandardCharacterTransformer standard => standard.AdamW(rate, weight_decay: WeightDecay),
        _ => throw new ArgumentException($"No optimizer for {model.GetName()}.", nameof(model)),
    };
}
