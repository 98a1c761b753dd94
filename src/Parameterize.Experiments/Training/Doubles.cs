using static TorchSharp.torch;

namespace Parameterize.Experiments.Training;

/// <summary>What is measured, as doubles on the CPU: whatever the model computes in and on, statistics are sums of doubles.</summary>
internal static class Doubles
{
    /// <summary>A copy without gradient, unless the tensor is one of doubles on the CPU already.</summary>
    public static Tensor Of(Tensor tensor) => tensor.detach().cpu().to_type(ScalarType.Float64);
}
