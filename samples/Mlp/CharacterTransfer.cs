using Parameterize.Experiments;

namespace Parameterize.Samples.Mlp;

/// <summary>The sweep of the demo as an experiment of the command line: <c>parameterize sweep samples/Mlp --experiment CharacterTransfer</c>.</summary>
public sealed class CharacterTransfer : TransferExperiment
{
    private readonly Lazy<TextTask> _text = new(() => Demo.Text(CharacterCorpus.FromReferencePacks()));

    /// <inheritdoc/>
    public override string Description => "The best Adam rate of a character MLP over width, standard parametrization against muP.";

    /// <inheritdoc/>
    public override IReadOnlyList<TransferVariant> Parametrizations =>
    [
        TransferVariant.Of(
            TransferCurves.Standard,
            width => new StandardCharacterMlp(_text.Value.Vocabulary, _text.Value.Window, width),
            (model, rate) => model.Adam(rate)),
        TransferVariant.Of(
            TransferCurves.MaximalUpdate,
            width => new CharacterMlp(_text.Value.Vocabulary, _text.Value.Window, width, Richness.MaximalUpdate),
            (model, rate) => model.Adam(rate)),
    ];

    /// <inheritdoc/>
    public override TrainingTask Task => _text.Value.Training;

    /// <inheritdoc/>
    public override IReadOnlyList<long> Widths => [64, 128, 256];

    /// <inheritdoc/>
    public override IReadOnlyList<double> Rates => [.. Enumerable.Range(-11, 6).Select(power => Math.Pow(2, power))];

    /// <inheritdoc/>
    public override CheckSettings CheckSettings => new(SmallestWidth: 64, LargestWidth: 1024, Seeds: 3, Steps: 10, Rate: 0.001);
}
