using Parameterize.Experiments;
using static TorchSharp.torch;

namespace Parameterize.Samples.RichnessDial;

/// <summary>
/// A function that a kernel learns slowly and a feature learner quickly: a product and a square along three hidden directions of the input.
/// </summary>
internal static class Teacher
{
    /// <summary>How many numbers an input has.</summary>
    public const int Inputs = 16;

    /// <summary>The same batch at every step: full-batch gradient descent.</summary>
    public static TrainingTask Fixed(int batch, ScalarType type = ScalarType.Float32) =>
        new((seed, _) => Batch(seed, 0, batch, type), Loss);

    /// <summary>The same inputs, and a target that a linear network can learn: a sum of all inputs, of size 2.</summary>
    public static TrainingTask Linear(int batch) => new(
        (seed, _) =>
        {
            var (inputs, _) = Batch(seed, 0, batch, ScalarType.Float32);
            return (inputs, inputs.sum(dim: 1, keepdim: true) * (2 / Math.Sqrt(Inputs)));
        },
        Loss);

    /// <summary>A fresh batch at every step.</summary>
    public static TrainingTask Online(int batch) => new((seed, step) => Batch(seed, step, batch, ScalarType.Float32), Loss);

    /// <summary>Standard normal inputs [batch, 16] and targets [batch, 1], from seed and step alone.</summary>
    public static (Tensor Inputs, Tensor Targets) Batch(int seed, long step, int batch, ScalarType type)
    {
        using var generator = new Generator((ulong)(seed * 1_000_003L + step + 1));
        var inputs = randn(batch, Inputs, dtype: type, generator: generator);
        var targets = inputs.narrow(1, 0, 1) * inputs.narrow(1, 1, 1) + 0.5 * (inputs.narrow(1, 2, 1).square() - 1);
        return (inputs, targets);
    }

    private static Tensor Loss(Tensor outputs, Tensor targets) => (outputs - targets).square().mean();
}
