using Parameterize.Experiments;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Samples.Transformer;

/// <summary>The best AdamW rate at each width under a cosine schedule, standard parametrization against muP.</summary>
internal static class TransferStudy
{
    private const double WeightDecay = 0.1;
    private const int LastSteps = 20;

    public static IReadOnlyList<TransferCurves> Run(SampleRun run, ResultStore store, TextTask text, TransferSizes sizes)
    {
        return TransferCurves.Run(run, store, text.Name, sizes, LastSteps, (trial, token) => trial.Parametrization == TransferCurves.Standard
            ? Train(
                () => new StandardCharacterTransformer(text.Vocabulary, text.Window, trial.Width, Demo.HeadWidth(trial.Width), Demo.Depth),
                model => model.AdamW(trial.Rate, weight_decay: WeightDecay),
                trial,
                token)
            : Train(
                () => new CharacterTransformer(text.Vocabulary, text.Window, trial.Width, Demo.HeadWidth(trial.Width), Demo.Depth, Richness.MaximalUpdate),
                model => model.AdamW(trial.Rate, weight_decay: WeightDecay),
                trial,
                token));

        IReadOnlyList<double> Train<TModel>(Func<TModel> build, Func<TModel, optim.Optimizer> adamW, TransferTrial trial, CancellationToken token)
            where TModel : Module<Tensor, Tensor>
        {
            using var model = SeededModels.Build(trial.Seed, build);
            using var optimizer = adamW(model);
            var schedule = optim.lr_scheduler.CosineAnnealingLR(optimizer, sizes.Steps);
            return TrainingLoop.Run(model, optimizer, schedule, text.Training, trial.Seed, sizes.Steps, token);
        }
    }
}
