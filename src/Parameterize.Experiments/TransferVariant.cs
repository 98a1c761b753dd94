using Parameterize.Experiments.Coordinates;
using Parameterize.Experiments.Sweeps;
using Parameterize.Experiments.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Experiments;

/// <summary>One parametrization of a <see cref="TransferExperiment"/>: how its models are built and trained.</summary>
public abstract class TransferVariant
{
    private TransferVariant(string name) => Name = name;

    /// <summary>Its name, such as <c>muP</c>.</summary>
    public string Name { get; }

    /// <summary>A parametrization by its model and optimizer.</summary>
    /// <typeparam name="TModel">The annotated class.</typeparam>
    /// <param name="name">Its name, such as <c>muP</c>.</param>
    /// <param name="build">Builds the model of a width.</param>
    /// <param name="optimizer">One of the generated factories: <c>(model, rate) => model.Adam(rate)</c>.</param>
    /// <param name="schedule">
    /// The schedule of the learning rate, from the optimizer and the number of steps; null for a constant rate, which a check takes in any
    /// case.
    /// </param>
    public static TransferVariant Of<TModel>(
        string name,
        Func<long, TModel> build,
        Func<TModel, double, optim.Optimizer> optimizer,
        Func<optim.Optimizer, int, optim.lr_scheduler.LRScheduler>? schedule = null)
        where TModel : Module<Tensor, Tensor>, IParameterizedModel
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(build);
        ArgumentNullException.ThrowIfNull(optimizer);
        return new OfModel<TModel>(name, build, optimizer, schedule);
    }

    /// <summary>Whether it is the standard parametrization, which does not mean to have the predicted slopes.</summary>
    internal abstract bool IsBaseline(long width);

    /// <summary>Trains one model; returns the loss of each step, fewer if it diverged.</summary>
    internal abstract IReadOnlyList<double> Train(TransferTrial trial, TrainingTask task, int steps, CancellationToken cancellation);

    /// <summary>Measures its slopes over width.</summary>
    internal abstract CoordinateCheckResult Check(
        CheckSettings settings, Placement placement, TrainingTask task, IProgress<TrialProgress>? progress, CancellationToken cancellation);

    private sealed class OfModel<TModel>(
        string name,
        Func<long, TModel> build,
        Func<TModel, double, optim.Optimizer> optimizer,
        Func<optim.Optimizer, int, optim.lr_scheduler.LRScheduler>? schedule)
        : TransferVariant(name)
        where TModel : Module<Tensor, Tensor>, IParameterizedModel
    {
        internal override bool IsBaseline(long width)
        {
            using var model = build(width);
            return model.Scaling.Options.Baseline;
        }

        internal override IReadOnlyList<double> Train(TransferTrial trial, TrainingTask task, int steps, CancellationToken cancellation)
        {
            using var model = trial.Placement.Build(trial.Seed, () => build(trial.Width));
            using var stepper = optimizer(model, trial.Rate);
            return TrainingLoop.Run(
                model, stepper, schedule?.Invoke(stepper, steps), trial.Placement.Of(task), trial.Seed, steps, cancellation);
        }

        internal override CoordinateCheckResult Check(
            CheckSettings settings, Placement placement, TrainingTask task, IProgress<TrialProgress>? progress,
            CancellationToken cancellation) =>
            CoordinateCheck.Of(build)
                .Widths(settings.SmallestWidth, settings.LargestWidth)
                .Seeds(settings.Seeds)
                .Steps(settings.Steps)
                .EachStep(settings.EachStep)
                .On(placement)
                .Optimizer(model => optimizer(model, settings.Rate))
                .Task(task)
                .Run(progress, cancellation);
    }
}
