using static TorchSharp.torch;

namespace Parameterize.Experiments;

/// <summary>What a model is trained on.</summary>
/// <param name="Batch">
/// Inputs and targets of one step, from <c>(seed, step)</c>: the seed is the trial's own, 0 and up, the step counts from 0. The same two
/// numbers give the same batch, whatever was asked for before: batches of a trial are asked for in order, but step 0 comes twice in a
/// coordinate check, and another seed's steps come between where several trials run on threads of one process.
/// </param>
/// <param name="Loss">From the model's output and the targets to a scalar.</param>
/// <example>
/// <code>
/// new TrainingTask(
///     (seed, step) =>
///     {
///         using var draws = new Generator(1000003UL * (ulong)seed + (ulong)step);   // no one else's, so the same at any time
///         var inputs = randn(64, 32, generator: draws);
///         return (inputs, inputs.sum(1, keepdim: true));
///     },
///     (outputs, targets) => nn.functional.mse_loss(outputs, targets));
/// </code>
/// </example>
public sealed record TrainingTask(Func<int, long, (Tensor Inputs, Tensor Targets)> Batch, Func<Tensor, Tensor, Tensor> Loss);
