using Parameterize.Experiments.Coordinates;
using Parameterize.Experiments.Sweeps;

namespace Parameterize.Experiments;

/// <summary>
/// A learning-rate sweep: trains every width at every rate with every seed, for each parametrization. Where the best rate does not move
/// with width, a rate found on a small model serves the large one (Yang et al., arXiv 2203.03466, figure 1). Derive from it, and the
/// command line can plan, share between machines and check it: <c>parameterize sweep</c> and <c>parameterize check</c> find the class by
/// its name.
/// </summary>
public abstract class TransferExperiment : ICheckedExperiment
{
    /// <inheritdoc/>
    public abstract string Description { get; }

    /// <summary>What is compared.</summary>
    public abstract IReadOnlyList<TransferVariant> Parametrizations { get; }

    /// <summary>
    /// What is trained on; asked for by trials only, so that a plan costs nothing. Make it once, it is asked for by several threads.
    /// </summary>
    public abstract TrainingTask Task { get; }

    /// <summary>The widths.</summary>
    public abstract IReadOnlyList<long> Widths { get; }

    /// <summary>The base learning rates.</summary>
    public abstract IReadOnlyList<double> Rates { get; }

    /// <summary>How many seeds.</summary>
    public virtual int Seeds => 2;

    /// <summary>Steps of each run.</summary>
    public virtual int Steps => 200;

    /// <summary>How many of the last steps the loss is averaged over.</summary>
    public virtual int LastSteps => Math.Max(1, Steps / 4);

    /// <summary>Where models train, and in which element type; the command line sets it by <c>--device</c> and <c>--dtype</c>.</summary>
    public Placement Placement { get; set; } = Placement.AsBuilt;

    /// <inheritdoc/>
    void IExperiment.Place(Placement placement) => Placement = placement;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A width, a rate or a count cannot be trained with; the message says which.</exception>
    public IReadOnlyList<ExperimentTrial> Trials
    {
        get
        {
            SweepSizes.Require(this);
            return
            [
                .. from width in Widths.OrderDescending() // no core waits at the end for a long one
                   from parametrization in Parametrizations
                   from rate in Rates
                   from seed in Enumerable.Range(0, Seeds)
                   let trial = new TransferTrial(parametrization.Name, width, rate, seed) { Experiment = Name, Placement = Placement }
                   select new ExperimentTrial(trial.Id, cancellation => Run(parametrization, trial, cancellation)),
            ];
        }
    }

    /// <summary>
    /// What tells this sweep from others in one store, with which the ids of its trials begin: the class's name, or what else a loss
    /// depends on, such as the number of steps and the text.
    /// </summary>
    protected virtual string Name => GetType().Name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Variants => [.. Parametrizations.Select(one => one.Name)];

    /// <inheritdoc/>
    public IReadOnlyList<string> CheckedVariants =>
        [.. Parametrizations.Where(one => !one.IsBaseline(Widths.Min())).Select(one => one.Name)];

    /// <inheritdoc/>
    public virtual CheckSettings CheckSettings =>
        new(Widths.Min(), Widths.Max(), Seeds: 3, Steps: 10, Rates.Order().ElementAt(Rates.Count / 2));

    /// <inheritdoc/>
    public CoordinateCheckResult Check(
        string variant, CheckSettings settings, IProgress<TrialProgress>? progress = null, CancellationToken cancellation = default) =>
        Parametrizations.FirstOrDefault(one => one.Name == variant) is { } found
            ? found.Check(settings, Placement, Task, progress, cancellation)
            : throw new ArgumentException($"No parametrization '{variant}'; there are: {string.Join(", ", Variants)}.", nameof(variant));

    /// <summary>Runs the trials that the store does not hold yet, and returns all.</summary>
    /// <param name="store">Where results are kept; a run that was killed goes on from there.</param>
    /// <param name="workers">How many trials run at once.</param>
    /// <param name="progress">Told after each trial.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <returns>Loss over rate, in the order of <see cref="Parametrizations"/>.</returns>
    /// <exception cref="ArgumentException">The machine does not have the device.</exception>
    /// <exception cref="OperationCanceledException">The sweep was cancelled.</exception>
    public IReadOnlyList<(string Parametrization, SweepCurves Curves)> Run(
        ResultStore store, int workers, IProgress<TrialProgress>? progress = null, CancellationToken cancellation = default)
    {
        Placement.Require();
        return TransferTrial.Curves(
            TrialRun.Of(store, Trials, trial => trial.Id, (trial, token) => trial.Run(token), workers, progress, cancellation));
    }

    private TrialResult Run(TransferVariant parametrization, TransferTrial trial, CancellationToken cancellation)
    {
        var losses = parametrization.Train(trial, Task, Steps, cancellation);
        return trial.Result(losses.Count == Steps && double.IsFinite(losses[^1]) ? losses.TakeLast(LastSteps).Average() : double.NaN);
    }
}
