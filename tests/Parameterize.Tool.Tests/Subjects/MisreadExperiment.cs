using Parameterize.Experiments;
using static TorchSharp.torch;

namespace Parameterize.Tool.Tests.Subjects;

/// <summary>An experiment whose model has a wrong table.</summary>
public sealed class MisreadExperiment : TransferExperiment
{
    public override string Description => "A misread model.";

    public override IReadOnlyList<TransferVariant> Parametrizations =>
        [TransferVariant.Of("muP", width => new MisreadMlp(width), (model, rate) => optim.SGD(model.parameters(), rate))];

    public override TrainingTask Task =>
        new((_, _) => throw new InvalidOperationException("Nothing is drawn."), (outputs, _) => outputs.sum());

    public override IReadOnlyList<long> Widths => [64, 128, 256];

    public override IReadOnlyList<double> Rates => [0.1];
}
