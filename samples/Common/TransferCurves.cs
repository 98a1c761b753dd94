using Parameterize.Experiments;
using static TorchSharp.torch;

namespace Parameterize.Samples;

/// <summary>The rate sweep of one parametrization.</summary>
internal sealed record TransferCurves(string Parametrization, SweepCurves Sweep)
{
    /// <summary>The parametrization that TorchSharp has.</summary>
    public const string Standard = "standard";

    /// <summary>The one that is to transfer.</summary>
    public const string MaximalUpdate = "muP";

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
        return [.. new[] { Standard, MaximalUpdate }.Select(parametrization => new TransferCurves(parametrization, new SweepCurves(points[parametrization])))];

        double Loss(TransferTrial trial, CancellationToken token)
        {
            var losses = train(trial, token);
            return losses.Count == sizes.Steps ? losses.TakeLast(lastSteps).Average() : double.NaN;
        }
    }
}
