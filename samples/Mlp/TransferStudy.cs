using Parameterize.Experiments;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Samples.Mlp;

/// <summary>The best Adam rate at each width, standard parametrization against muP.</summary>
internal static class TransferStudy
{
    private const int LastSteps = 50;

    public static IReadOnlyList<TransferCurves> Run(SampleRun run, ResultStore store, TextTask text, TransferSizes sizes)
    {
        return TransferCurves.Run(run, store, text.Name, sizes, LastSteps, (trial, token) => trial.Parametrization == TransferCurves.Standard
            ? Train(() => new StandardCharacterMlp(text.Vocabulary, text.Window, trial.Width), model => model.Adam(trial.Rate), trial, token)
            : Train(() => new CharacterMlp(text.Vocabulary, text.Window, trial.Width, Richness.MaximalUpdate), model => model.Adam(trial.Rate), trial, token));

        IReadOnlyList<double> Train<TModel>(Func<TModel> build, Func<TModel, optim.Optimizer> adam, TransferTrial trial, CancellationToken token)
            where TModel : Module<Tensor, Tensor>
        {
            using var model = SeededModels.Build(trial.Seed, build);
            using var optimizer = adam(model);
            return TrainingLoop.Run(model, optimizer, text.Training, trial.Seed, sizes.Steps, token);
        }
    }
}
