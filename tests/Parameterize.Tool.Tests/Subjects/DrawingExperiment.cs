using Parameterize.Experiments;
using static TorchSharp.torch;

namespace Parameterize.Tool.Tests.Subjects;

/// <summary>Batches that seed and draw from libtorch's default generator, and a model with dropout: as people write them.</summary>
public sealed class DrawingExperiment : TransferExperiment
{
    public override string Description => "Draws from what a process has but once.";

    public override IReadOnlyList<TransferVariant> Parametrizations =>
    [
        TransferVariant.Of("seeded", width => new DroppingMlp(width), (model, rate) => model.SGD(rate)),
        TransferVariant.Of("adam", width => new DroppingMlp(width), (model, rate) => model.Adam(rate)),
    ];

    public override TrainingTask Task { get; } = new(
        (seed, step) =>
        {
            if (step % 2 == 0) manual_seed(1000 * seed + step); // the odd steps go on from there
            var inputs = randn(32, 8);
            return (inputs, inputs[.., ..2] + 0.1 * randn(32, 2));
        },
        (outputs, targets) => nn.functional.mse_loss(outputs, targets));

    public override IReadOnlyList<long> Widths => [8, 16];

    public override IReadOnlyList<double> Rates => [0.01, 0.03];

    public override int Steps => 20;
}
