using Parameterize.Experiments;
using Parameterize.Training.Tests.Models;
using static TorchSharp.torch;

namespace Parameterize.Training.Tests;

/// <summary>Gaussian inputs, and targets that a fixed smooth function gives: one batch, seen at every step.</summary>
internal static class Regression
{
    private const int BatchSize = 64;

    public static TrainingTask Of(ScalarType type) => new(
        (seed, _) =>
        {
            using var generator = new Generator((ulong)(1000 + seed));
            var inputs = randn([BatchSize, PlainMlp.Inputs], dtype: type, generator: generator);
            var directions = randn([PlainMlp.Inputs, PlainMlp.Outputs], dtype: type, generator: generator);
            return (inputs, inputs.matmul(directions).div(Math.Sqrt(PlainMlp.Inputs)).sin());
        },
        (output, target) => nn.functional.mse_loss(output, target));
}
