using Parameterize.Experiments;
using Parameterize.Experiments.Corpora;

namespace Parameterize.Samples.Mlp;

/// <summary>
/// The sweep of the demo as an experiment of the command line: <c>parameterize sweep samples/Mlp --experiment CharacterTransfer</c>.
/// </summary>
public sealed class CharacterTransfer : TransferExperiment
{
    private readonly Lazy<TextTask> _text = new(() => Demo.Text(CharacterCorpus.FromReferencePacks()));

    /// <inheritdoc/>
    public override string Description => "The best Adam rate of a character MLP over width, standard parametrization against muP.";

    /// <inheritdoc/>
    public override IReadOnlyList<TransferVariant> Parametrizations => Compared(() => _text.Value);

    /// <inheritdoc/>
    public override TrainingTask Task => _text.Value.Training;

    /// <inheritdoc/>
    public override IReadOnlyList<long> Widths => [64, 128, 256];

    /// <inheritdoc/>
    public override IReadOnlyList<double> Rates => TransferSizes.Powers(-11, -6);

    /// <inheritdoc/>
    public override CheckSettings CheckSettings => new(SmallestWidth: 64, LargestWidth: 1024, Seeds: 3, Steps: 10, Rate: 0.001);

    /// <summary>What the command line and the demo compare.</summary>
    /// <param name="text">The text; read when the first model is built.</param>
    internal static IReadOnlyList<TransferVariant> Compared(Func<TextTask> text)
    {
        return
        [
            TransferVariant.Of(
                TransferCurves.Standard,
                width => Baseline.Of(() => Model(width)),
                (model, rate) => model.Adam(rate)),
            TransferVariant.Of(
                TransferCurves.MaximalUpdate,
                Model,
                (model, rate) => model.Adam(rate)),
        ];

        CharacterMlp Model(long width) => new(text().Vocabulary, text().Window, width, Richness.MaximalUpdate);
    }
}
