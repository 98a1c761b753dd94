using static TorchSharp.torch;

namespace Parameterize.Experiments;

/// <summary>What a model is trained on.</summary>
/// <param name="Batch">Inputs and targets of one step, from a seed and the step's index; the same arguments give the same batch.</param>
/// <param name="Loss">From the model's output and the targets to a scalar.</param>
public sealed record TrainingTask(Func<int, long, (Tensor Inputs, Tensor Targets)> Batch, Func<Tensor, Tensor, Tensor> Loss);
