using Parameterize.Experiments;
using static TorchSharp.torch;

namespace Parameterize.Samples;

/// <summary>The rate sweep of one parametrization.</summary>
internal sealed record TransferCurves(string Parametrization, IReadOnlyList<SweepPoint> Points)
{
    /// <summary>The parametrization that TorchSharp has.</summary>
    public const string Standard = "standard";

    /// <summary>The one that is to transfer.</summary>
    public const string MaximalUpdate = "muP";

    /// <summary>How far the best rate moves when the width doubles; null when too few widths have theirs inside the grid of rates.</summary>
    public DriftFit? Drift { get; } = DriftOf(Points);

    /// <summary>Mean loss over seeds by rate, and the best rate, at each width.</summary>
    public IReadOnlyList<(double Width, IReadOnlyList<(double Rate, double Loss)> Curve, OptimumFit Optimum)> Widths { get; } =
    [
        .. Points.GroupBy(point => point.Width).OrderBy(group => group.Key).Select(group =>
        {
            (double Rate, double Loss)[] curve = [.. group.GroupBy(point => point.Rate).OrderBy(rate => rate.Key).Select(rate => (rate.Key, rate.Average(point => point.Loss)))];
            return (group.Key, (IReadOnlyList<(double, double)>)curve, OptimumFit.Of(curve));
        }),
    ];

    /// <summary>Sweeps the rate for the standard parametrization and muP.</summary>
    /// <param name="run">What was asked for.</param>
    /// <param name="store">Where trials are kept.</param>
    /// <param name="task">The task, as ids of trials name it.</param>
    /// <param name="sizes">How much is trained.</param>
    /// <param name="lastSteps">Of how many of the last losses the mean counts.</param>
    /// <param name="train">Trains one model for as many steps as <paramref name="sizes"/> says; its losses, fewer if it diverged.</param>
    public static IReadOnlyList<TransferCurves> Run(
        SampleRun run,
        ResultStore store,
        string task,
        TransferSizes sizes,
        int lastSteps,
        Func<TransferTrial, CancellationToken, IReadOnlyList<double>> train)
    {
        set_num_threads(1); // the sweep keeps every core busy with a run of its own
        var name = FormattableString.Invariant($"transfer, {sizes.Steps} steps, {task}");
        var sweep = new TransferSweep([Standard, MaximalUpdate], sizes.Widths, sizes.Rates, sizes.Seeds, Loss, name);
        var points = StudyProgress.Of(
            run, "transfer: loss over rate at each width", progress => sweep.Run(store, Environment.ProcessorCount, progress, run.Cancellation));
        return [.. new[] { Standard, MaximalUpdate }.Select(parametrization => new TransferCurves(parametrization, points[parametrization]))];

        double Loss(TransferTrial trial, CancellationToken token)
        {
            var losses = train(trial, token);
            return losses.Count == sizes.Steps ? losses.TakeLast(lastSteps).Average() : double.NaN;
        }
    }

    private static DriftFit? DriftOf(IReadOnlyList<SweepPoint> points)
    {
        try
        {
            return DriftFit.OfSweep(points);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
