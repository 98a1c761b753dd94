using Parameterize.Experiments;

namespace Parameterize.Samples;

/// <summary>A demo's rate sweep on its text.</summary>
/// <param name="text">What is trained on.</param>
/// <param name="sizes">How much is trained.</param>
/// <param name="lastSteps">How many of the last losses are averaged.</param>
/// <param name="parametrizations">What is compared.</param>
public sealed class TextTransfer(TextTask text, TransferSizes sizes, int lastSteps, IReadOnlyList<TransferVariant> parametrizations)
    : TransferExperiment
{
    public override string Description => "The best rate over width.";

    public override IReadOnlyList<TransferVariant> Parametrizations => parametrizations;

    public override TrainingTask Task => text.Training;

    public override IReadOnlyList<long> Widths => sizes.Widths;

    public override IReadOnlyList<double> Rates => sizes.Rates;

    public override int Seeds => sizes.Seeds;

    public override int Steps => sizes.Steps;

    public override int LastSteps => lastSteps;

    // One store serves every size of the demo, and any text.
    protected override string Name => FormattableString.Invariant($"transfer, {Steps} steps, {text.Name}");
}
