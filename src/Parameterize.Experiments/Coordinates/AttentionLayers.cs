using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize.Experiments.Coordinates;

/// <summary>Where a model's attention is, for a coordinate check to measure its logits.</summary>
/// <param name="Logits">
/// The module that gives the logits out before mask and softmax, such as an <c>nn.Identity</c> through which they pass: fused attention
/// keeps them to itself.
/// </param>
/// <param name="Query">The query's layer.</param>
/// <param name="Key">The key's layer.</param>
/// <param name="HeadsWiden">Whether heads widen with the model, their number being fixed; else their number grows.</param>
public sealed record AttentionLayers(string Logits, string Query, string Key, bool HeadsWiden)
{
    internal IReadOnlyList<LayerExpectation> In(
        IReadOnlyList<LayerExpectation> layers, OptimizerFamily family, double richness, Rational exponent)
    {
        var slopes = AttentionSlopes.Of(family, exponent, HeadsWiden);
        var projected = slopes.ProjectionChange.At(richness);
        var logits = new SlopePrediction(Logits, slopes.LogitsAtInit.At(richness), slopes.LogitsChange.At(richness));
        return
        [
            .. layers.Select(layer => layer.Layer == Query || layer.Layer == Key
                ? layer with { Slopes = layer.Slopes with { Change = projected, ChangeFrom = projected } }
                : layer),
            new LayerExpectation(logits, SlopeQuantity.Preactivation, SlopeQuantity.LogitsChange),
        ];
    }
}
