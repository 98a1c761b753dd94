namespace Parameterize.Experiments;

/// <summary>
/// A learning-rate sweep (widths x rates x seeds, for each parametrization) that the command line can plan, share between machines and
/// check: derive from it, and <c>parameterize sweep</c> and <c>parameterize check</c> find the class by its name.
/// </summary>
public abstract class TransferExperiment : ICheckedExperiment
{
    /// <inheritdoc/>
    public abstract string Description { get; }

    /// <summary>What is compared.</summary>
    public abstract IReadOnlyList<TransferVariant> Parametrizations { get; }

    /// <summary>What is trained on; asked for by trials only, so that a plan costs nothing. Make it once, it is asked for by several threads.</summary>
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

    /// <inheritdoc/>
    public IReadOnlyList<ExperimentTrial> Trials =>
    [
        .. from width in Widths.OrderDescending() // no core waits at the end for a long one
           from parametrization in Parametrizations
           from rate in Rates
           from seed in Enumerable.Range(0, Seeds)
           let trial = new TransferTrial(parametrization.Name, width, rate, seed) { Experiment = GetType().Name }
           select new ExperimentTrial(trial.Id, cancellation => Run(parametrization, trial, cancellation)),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Variants => [.. Parametrizations.Select(one => one.Name)];

    /// <inheritdoc/>
    public IReadOnlyList<string> CheckedVariants => [.. Parametrizations.Where(one => !one.IsBaseline(Widths.Min())).Select(one => one.Name)];

    /// <inheritdoc/>
    public virtual CheckSettings CheckSettings => new(Widths.Min(), Widths.Max(), Seeds: 3, Steps: 10, Rates.Order().ElementAt(Rates.Count / 2));

    /// <inheritdoc/>
    public CoordinateCheckResult Check(
        string variant, CheckSettings settings, IProgress<TrialProgress>? progress = null, CancellationToken cancellation = default) =>
        Parametrizations.FirstOrDefault(one => one.Name == variant) is { } found
            ? found.Check(settings, Task, progress, cancellation)
            : throw new ArgumentException($"No parametrization '{variant}'; there are: {string.Join(", ", Variants)}.", nameof(variant));

    private TrialResult Run(TransferVariant parametrization, TransferTrial trial, CancellationToken cancellation)
    {
        var losses = parametrization.Train(trial, Task, Steps, cancellation);
        return trial.Result(losses.Count == Steps && double.IsFinite(losses[^1]) ? losses.TakeLast(LastSteps).Average() : double.NaN);
    }
}
