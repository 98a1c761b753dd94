using Parameterize.Experiments.Coordinates;
using Parameterize.Experiments.Sweeps;

namespace Parameterize.Experiments;

/// <summary>An experiment whose models have predicted slopes: <c>parameterize check</c> measures them.</summary>
public interface ICheckedExperiment : IExperiment
{
    /// <summary>The names of what can be checked.</summary>
    IReadOnlyList<string> Variants { get; }

    /// <summary>Those of <see cref="Variants"/> that are checked unless one is asked for: all that do not mean to fail.</summary>
    IReadOnlyList<string> CheckedVariants { get; }

    /// <summary>Widths, seeds, steps and rate, where the command line does not say otherwise.</summary>
    CheckSettings CheckSettings { get; }

    /// <summary>Measures the slopes of one variant.</summary>
    /// <param name="variant">One of <see cref="Variants"/>.</param>
    /// <param name="settings">What to run.</param>
    /// <param name="progress">Told after each run.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    CoordinateCheckResult Check(
        string variant, CheckSettings settings, IProgress<TrialProgress>? progress = null, CancellationToken cancellation = default);
}
