using Parameterize.Experiments.Sweeps;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Experiments.Training;

/// <summary>Plain training: the loop that every experiment shares.</summary>
public static class TrainingLoop
{
    /// <summary>Takes steps and returns the loss of each.</summary>
    /// <param name="model">From inputs to outputs.</param>
    /// <param name="optimizer">Over the model's parameters.</param>
    /// <param name="task">Batches and loss; where the model was moved, <see cref="Placement.Of(TrainingTask)"/> moves them too.</param>
    /// <param name="seed">The seed of the batches.</param>
    /// <param name="steps">How many steps.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <returns>
    /// One loss a step. Divergence is a result: the losses end with the first that is not finite.
    /// </returns>
    public static IReadOnlyList<double> Run(
        Module<Tensor, Tensor> model, optim.Optimizer optimizer, TrainingTask task, int seed, int steps,
        CancellationToken cancellation = default) =>
        Run(model, optimizer, schedule: null, task, seed, steps, cancellation);

    /// <summary>The same with a schedule of the learning rate.</summary>
    /// <param name="model">From inputs to outputs.</param>
    /// <param name="optimizer">Over the model's parameters.</param>
    /// <param name="schedule">Steps once after each step of the optimizer; null for a constant rate.</param>
    /// <param name="task">Batches and loss; where the model was moved, <see cref="Placement.Of(TrainingTask)"/> moves them too.</param>
    /// <param name="seed">The seed of the batches.</param>
    /// <param name="steps">How many steps.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    public static IReadOnlyList<double> Run(
        Module<Tensor, Tensor> model,
        optim.Optimizer optimizer,
        optim.lr_scheduler.LRScheduler? schedule,
        TrainingTask task,
        int seed,
        int steps,
        CancellationToken cancellation = default) => Run(model, optimizer, schedule, task, seed, steps, stepped: null, cancellation);

    /// <summary>The same, told after each step how many have been taken.</summary>
    internal static IReadOnlyList<double> Run(
        Module<Tensor, Tensor> model,
        optim.Optimizer optimizer,
        optim.lr_scheduler.LRScheduler? schedule,
        TrainingTask task,
        int seed,
        int steps,
        Action<int>? stepped,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(task);
        var losses = new List<double>(steps);
        for (var step = 0; step < steps; step++)
        {
            TrialRun.BetweenSteps(cancellation);
            using var scope = NewDisposeScope();
            var (inputs, targets) = task.Batch(seed, step);
            optimizer.zero_grad();
            var loss = task.Loss(model.call(inputs), targets);
            losses.Add(Doubles.Of(loss).item<double>());
            if (!double.IsFinite(losses[^1]))
            {
                break;
            }

            loss.backward();
            optimizer.step();
            schedule?.step();
            stepped?.Invoke(step + 1);
        }

        return losses;
    }
}
