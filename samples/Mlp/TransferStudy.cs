using Parameterize.Experiments;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Samples.Mlp;

/// <summary>The best Adam rate at each width, standard parametrization against muP.</summary>
internal static class TransferStudy
{
    public const string Standard = "standard";
    public const string MaximalUpdate = "muP";
    private const int LastSteps = 50;

    public static IReadOnlyList<TransferCurves> Run(TextTask text, DemoOptions options, ProgressLines progress, CancellationToken cancellation)
    {
        using var line = progress.Start("transfer: loss over rate at each width");
        using var store = ResultStore.Open(Path.Combine(options.Output.FullName, "transfer.jsonl"));
        var sweep = new TransferSweep([Standard, MaximalUpdate], options.Sizes.TransferWidths, options.Sizes.Rates, options.Sizes.TransferSeeds, Train);
        var points = sweep.Run(store, Environment.ProcessorCount, line, cancellation);
        return [.. new[] { Standard, MaximalUpdate }.Select(parametrization => new TransferCurves(parametrization, points[parametrization]))];

        double Train(TransferTrial trial, CancellationToken token)
        {
            using var model = SeededModels.Build(trial.Seed, () => Build(trial));
            using var optimizer = Adam(model, trial.Rate);
            var losses = TrainingLoop.Run(model, optimizer, text.Training, trial.Seed, options.Sizes.Steps, token);
            return losses.Count == options.Sizes.Steps ? losses.TakeLast(LastSteps).Average() : double.NaN;
        }

        Module<Tensor, Tensor> Build(TransferTrial trial) => trial.Parametrization == Standard
            ? new StandardCharacterMlp(text.Vocabulary, text.Window, trial.Width)
            : new CharacterMlp(text.Vocabulary, text.Window, trial.Width, Richness.MaximalUpdate);
    }

    private static optim.Optimizer Adam(Module model, double rate) => model switch
    {
        CharacterMlp scaled => scaled.Adam(rate),
        StandardCharacterMlp standard => standard.Adam(rate),
        _ => throw new ArgumentException($"No optimizer for {model.GetName()}.", nameof(model)),
    };
}
