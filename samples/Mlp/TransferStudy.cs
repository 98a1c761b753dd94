using Parameterize.Experiments;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Samples.Mlp;

/// <summary>The rate sweep of one parametrization.</summary>
internal sealed record TransferCurves(string Parametrization, IReadOnlyList<SweepPoint> Points)
{
    /// <summary>How far the best rate moves when the width doubles.</summary>
    public DriftFit Drift { get; } = DriftFit.OfSweep(Points);

    /// <summary>Mean loss over seeds by rate, and the best rate, at each width.</summary>
    public IReadOnlyList<(double Width, IReadOnlyList<(double Rate, double Loss)> Curve, OptimumFit Optimum)> Widths { get; } =
    [
        .. Points.GroupBy(point => point.Width).OrderBy(group => group.Key).Select(group =>
        {
            (double Rate, double Loss)[] curve = [.. group.GroupBy(point => point.Rate).OrderBy(rate => rate.Key).Select(rate => (rate.Key, rate.Average(point => point.Loss)))];
            return (group.Key, (IReadOnlyList<(double, double)>)curve, OptimumFit.Of(curve));
        }),
    ];
}

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
        var sweep = new TransferSweep([Standard, MaximalUpdate], options.TransferWidths, options.Rates, options.TransferSeeds, Train);
        var points = sweep.Run(store, Environment.ProcessorCount, line, cancellation);
        return [.. new[] { Standard, MaximalUpdate }.Select(parametrization => new TransferCurves(parametrization, points[parametrization]))];

        double Train(TransferTrial trial, CancellationToken token)
        {
            using var model = SeededModels.Build(trial.Seed, () => Build(trial));
            using var optimizer = Adam(model, trial.Rate);
            var losses = TrainingLoop.Run(model, optimizer, text.Training, trial.Seed, options.Steps, token);
            return losses.Count == options.Steps ? losses.TakeLast(LastSteps).Average() : double.NaN;
        }

        Module<Tensor, Tensor> Build(TransferTrial trial) => trial.Parametrization == Standard
            ? new StandardCharacterMlp(text.Vocabulary, TextTask.Window, trial.Width)
            : new CharacterMlp(text.Vocabulary, TextTask.Window, trial.Width, Richness.MaximalUpdate);
    }

    private static optim.Optimizer Adam(Module model, double rate) => model switch
    {
        CharacterMlp scaled => scaled.Adam(rate),
        StandardCharacterMlp standard => standard.Adam(rate),
        _ => throw new ArgumentException($"No optimizer for {model.GetName()}.", nameof(model)),
    };
}
