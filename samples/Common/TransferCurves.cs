using Parameterize.Experiments.Sweeps;
using static TorchSharp.torch;

namespace Parameterize.Samples;

/// <summary>The rate sweep of one parametrization.</summary>
public sealed record TransferCurves(string Parametrization, SweepCurves Sweep)
{
    /// <summary>The parametrization that TorchSharp has.</summary>
    public const string Standard = "standard";

    /// <summary>The one that is to transfer.</summary>
    public const string MaximalUpdate = "muP";

    /// <summary>Sweeps the rate for each parametrization.</summary>
    public static IReadOnlyList<TransferCurves> Run(SampleRun run, ResultStore store, TextTransfer experiment)
    {
        set_num_threads(1); // the sweep keeps every core busy with a run of its own
        experiment.Placement = run.Placement;
        var curves = StudyProgress.Of(
            run, "transfer: loss over rate at each width",
            progress => experiment.Run(store, run.Placement.Workers, progress, run.Cancellation));
        return [.. curves.Select(one => new TransferCurves(one.Parametrization, one.Curves))];
    }
}
