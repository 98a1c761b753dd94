using Parameterize.Experiments;
using Parameterize.Experiments.Sweeps;
using Parameterize.Experiments.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Samples.RichnessDial;

/// <summary>Some steps of full-batch gradient descent at one richness and width: what moved, and by how much.</summary>
/// <param name="Net"><see cref="DialNet"/> or <see cref="LinearNet"/>.</param>
/// <param name="Richness">r.</param>
/// <param name="Width">The width of the hidden layers.</param>
/// <param name="Seed">Of weights and batch.</param>
/// <param name="Placement">Where it trains.</param>
internal sealed record DialTrial(string Net, double Richness, long Width, int Seed, Placement Placement)
{
    private const int Steps = 10;
    private const int BatchSize = 128;
    private const int KernelSamples = 12;
    private const int Data = 0; // the same for every seed, so that seeds differ in their weights alone
    private const double Rate = 0.05;
    private const int LinearSteps = 1;
    private const double LinearRate = 0.02;

    public string Id => Placement.Keyed(TrialId.Of(
        "dial",
        ("net", Net),
        ("r", Richness),
        ("width", Width),
        ("seed", Seed),
        ("steps", IsLinear ? LinearSteps : Steps),
        ("rate", IsLinear ? LinearRate : Rate)));

    private bool IsLinear => Net == nameof(LinearNet);

    public TrialResult Run(CancellationToken cancellation) => IsLinear
        ? Measure(
            () => new LinearNet(Width, Richness), model => model.SGD(LinearRate), Teacher.Linear(BatchSize), LinearSteps, cancellation)
        : Measure(() => new DialNet(Width, Richness), model => model.SGD(Rate), Teacher.Fixed(BatchSize), Steps, cancellation);

    private TrialResult Measure<TModel>(
        Func<TModel> build, Func<TModel, optim.Optimizer> optimizer, TrainingTask task, int steps, CancellationToken cancellation)
        where TModel : Module<Tensor, Tensor>, IParameterizedModel
    {
        using var model = Placement.Build(Seed, build);
        using var descent = optimizer(model);
        using var scope = NewDisposeScope();
        var placed = Placement.Of(task);
        var (probe, targets) = placed.Batch(Data, 0);

        // Relative to what the network says at the start, which shrinks like n^-r: else narrow networks would unlearn it first.
        targets = (targets + model.call(probe)).detach();
        var centred = new TrainingTask((_, _) => (probe.alias(), targets.alias()), placed.Loss);
        var few = probe.narrow(0, 0, KernelSamples);
        using var before = LayerTrace.Record(model, probe);
        var kernel = TangentKernel.Of(model, few);
        var losses = TrainingLoop.Run(model, descent, centred, Data, steps, cancellation);
        using var after = LayerTrace.Record(model, probe);
        var result = Placement.Described(new TrialResult(Id))
            .With("net", Net)
            .With("r", Richness)
            .With("width", Width)
            .With("seed", Seed)
            .WithNumber("kernel change", KernelDrift.Between(kernel, TangentKernel.Of(model, few)))
            .WithSeries("loss", losses);
        return LayerChange.Of(before, after).Aggregate(result, (sum, change) => sum
            .WithNumber($"{change.Layer} at init", change.AtInit)
            .WithNumber($"{change.Layer} change", change.Change)
            .WithNumber($"{change.Layer} own", change.Own)
            .WithNumber($"{change.Layer} passed on", change.PassedOn)
            .WithNumber($"{change.Layer} alignment of update", change.UpdateAlignment)
            .WithNumber($"{change.Layer} alignment at init", change.InitialAlignment));
    }
}
