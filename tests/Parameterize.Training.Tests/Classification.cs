using Parameterize.Experiments;
using Parameterize.Training.Tests.Models;
using static TorchSharp.torch;

namespace Parameterize.Training.Tests;

/// <summary>
/// Gaussian inputs in classes that a linear teacher draws. The gradient at the output, p - onehot, hardly depends on how small the
/// outputs are, which do depend on width: so the check measures the network and not the loss.
/// </summary>
internal static class Classification
{
    private const int BatchSize = 64;

    public static TrainingTask Task { get; } = new(
        (seed, _) =>
        {
            using var generator = new Generator((ulong)(1000 + seed));
            var inputs = randn([BatchSize, PlainMlp.Inputs], generator: generator);
            var teacher = randn([PlainMlp.Inputs, PlainMlp.Outputs], generator: generator);
            return (inputs, inputs.matmul(teacher).argmax(1));
        },
        (output, target) => nn.functional.cross_entropy(output, target));
}
