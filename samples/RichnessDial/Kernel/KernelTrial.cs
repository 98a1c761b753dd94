using Parameterize.Experiments;
using Parameterize.Experiments.Sweeps;
using Parameterize.Experiments.Training;
using static TorchSharp.torch;

namespace Parameterize.Samples.RichnessDial.Kernel;

/// <summary>
/// One network trained on few samples, beside two that cannot learn features: its own linearization at the start, trained alike, and
/// regression with its tangent kernel, stopped as early. What they say is compared on samples that none has seen.
/// </summary>
/// <param name="Richness">r.</param>
/// <param name="Width">The width of the hidden layers.</param>
/// <param name="Seed">Of the weights.</param>
/// <param name="Steps">Of gradient descent.</param>
/// <param name="IsSilent">Whether the readout starts at zero; otherwise as it was drawn.</param>
/// <param name="Placement">Where it trains.</param>
internal sealed record KernelTrial(double Richness, long Width, int Seed, int Steps, bool IsSilent, Placement Placement)
{
    private const int TrainingSamples = 64;
    private const int TestSamples = 64;
    private const double Rate = 0.04;
    private const double LabelSize = 0.5; // of the teacher's, so that at these widths what is beyond the first order is of the second
    private const int Data = 0; // the same for every seed, so that seeds differ in their weights alone

    public string Id => Placement.Keyed(TrialId.Of(
        "kernel machine", ("r", Richness), ("width", Width), ("seed", Seed), ("steps", Steps), ("samples", TrainingSamples),
        ("labels", LabelSize), ("rate", Rate), ("readout", IsSilent ? ReadoutStart.Zero : ReadoutStart.Drawn)));

    /// <summary>The steps at which the kernel is looked at: none, then each four times as many as the one before, and the last.</summary>
    public IReadOnlyList<int> Looks =>
        [0, .. Enumerable.Range(0, 16).Select(power => 1 << (2 * power)).TakeWhile(step => step < Steps), Steps];

    public TrialResult Run(CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        using var model = Placement.Build(Seed, Built);
        var task = Placement.Of(Teacher.Fixed(TrainingSamples));
        var (inputs, labels) = task.Batch(Data, 0);
        labels = labels * LabelSize;
        var unseen = Placement.Of(Teacher.Batch(Data, step: 1, TestSamples, ScalarType.Float32).Inputs);
        var everything = cat([inputs, unseen]);
        var (start, kernel) = Linearize(model, everything);
        using var before = LayerTrace.Record(model, unseen);

        // Relative to what the network says at the start, as everywhere in this sample.
        var targets = (labels + start.narrow(0, 0, TrainingSamples).unsqueeze(1)).detach();
        var result = Trained(model, inputs, targets, task, labels, cancellation);
        using var frozen = no_grad();
        var network = InDoubles(model.call(everything).flatten() - start);
        var wanted = InDoubles(labels.flatten());
        var linear = Descend(kernel, wanted);
        var regression = Regress(kernel, wanted);
        using var after = LayerTrace.Record(model, unseen);
        var features = before.Input("_readout");
        return result
            .WithNumber(KernelQuantity.Linearization, Gap(Unseen(network), Unseen(linear)))
            .WithNumber(KernelQuantity.Regression, Gap(Unseen(network), Unseen(regression)))
            .WithNumber(KernelQuantity.Between, Gap(Unseen(linear), Unseen(regression)))
            .WithNumber(KernelQuantity.Fit, Gap(network.narrow(0, 0, TrainingSamples), wanted))
            .WithNumber(KernelQuantity.RankAtInit, Rank(features))
            .WithNumber(KernelQuantity.RankOfChange, Rank(after.Input("_readout") - features));
    }

    private DialNet Built() => IsSilent ? new DialNet(Width, Richness).Silent() : new DialNet(Width, Richness);

    private TrialResult Trained(
        DialNet model, Tensor inputs, Tensor targets, TrainingTask task, Tensor labels, CancellationToken cancellation)
    {
        using var optimizer = model.SGD(Rate);
        var still = new TrainingTask((_, _) => (inputs.alias(), targets.alias()), task.Loss);
        var (alignments, done) = (new List<double>(), 0);
        foreach (var look in Looks)
        {
            TrainingLoop.Run(model, optimizer, still, Data, look - done, cancellation);
            done = look;
            using var scope = NewDisposeScope();
            alignments.Add(KernelAlignment.Of(TangentKernel.Of(model, inputs), InDoubles(labels.flatten())));
        }

        return Placement.Described(new TrialResult(Id)).With("r", Richness).With("width", Width).With("seed", Seed)
            .With("readout", IsSilent ? ReadoutStart.Zero : ReadoutStart.Drawn)
            .WithSeries(KernelQuantity.Steps, Looks.Select(look => (double)look))
            .WithSeries(KernelQuantity.Alignment, alignments)
            .WithNumber(KernelQuantity.AlignmentChange, Math.Abs(alignments[^1] - alignments[0]));
    }

    private static (Tensor Outputs, Tensor Kernel) Linearize(DialNet model, Tensor inputs)
    {
        using var linear = Linearization.Of(model, inputs);
        return (linear.Outputs.clone(), linear.Kernel(TrainingSamples));
    }

    /// <summary>
    /// The linearization's own training, which takes place in its outputs alone: a step moves them by <c>-rate K dLoss/df</c>, exactly.
    /// </summary>
    private Tensor Descend(Tensor kernel, Tensor wanted)
    {
        var moved = zeros(kernel.shape[0], ScalarType.Float64);
        for (var step = 0; step < Steps; step++)
        {
            moved = moved - kernel.mv(moved.narrow(0, 0, TrainingSamples) - wanted) * (2 * Rate / TrainingSamples);
        }

        return moved;
    }

    /// <summary>Kernel regression stopped at the time that training takes: <c>K K'^-1 (1 - exp(-2 K' t / n)) y</c>.</summary>
    private Tensor Regress(Tensor kernel, Tensor wanted)
    {
        var (values, vectors) = linalg.eigh(kernel.narrow(0, 0, TrainingSamples));
        var learned = -(values * (-2 * Rate * Steps / TrainingSamples)).expm1() / values;
        return kernel.mv(vectors.mv(learned * vectors.t().mv(wanted)));
    }

    private static Tensor Unseen(Tensor outputs) => outputs.narrow(0, TrainingSamples, TestSamples);

    private static Tensor InDoubles(Tensor tensor) => tensor.detach().cpu().to_type(ScalarType.Float64);

    private static double Gap(Tensor one, Tensor other) => ((one - other).square().sum() / other.square().sum()).sqrt().item<double>();

    /// <summary>How many directions share in a change: (sum s^2)^2 / sum s^4 of its singular values s.</summary>
    private static double Rank(Tensor change)
    {
        var gram = change.mm(change.t());
        return (gram.trace().square() / gram.square().sum()).item<double>();
    }
}

/// <summary>How the readout starts.</summary>
internal static class ReadoutStart
{
    public const string Zero = "zero";
    public const string Drawn = "drawn";
}

/// <summary>Names of what is measured.</summary>
internal static class KernelQuantity
{
    public const string Linearization = "network against its linearization";
    public const string Regression = "network against kernel regression";
    public const string Between = "linearization against kernel regression";
    public const string Fit = "misfit of the training samples";
    public const string Alignment = "alignment of kernel and labels";
    public const string AlignmentChange = "change of the alignment";
    public const string Steps = "steps";
    public const string RankAtInit = "rank of the features at init";
    public const string RankOfChange = "rank of their change";
}
