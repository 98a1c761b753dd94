using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Signals;

namespace Parameterize.Scaling.Rules;

/// <summary>
/// Predictions layer by layer, each by its own ratio: by its own learning a layer changes like <c>q^(r - 1/2)</c>, and what it passes on
/// is the change of the narrowest in front of it. Sources: Karkada, arXiv 2404.19719, section 2; stages: see <see cref="FiniteStages"/>.
/// </summary>
/// <remarks>
/// Behind a stage a layer's own learning is more, at widths that one can train, than what the stage's change makes of it, so that its slope
/// lies between the two; and what it reads begins at <c>n^-r</c>. First steps lag under SGD besides, whose gradients are sums with random
/// signs that become aligned later: below a width that grows faster the gradient of a narrower layer is less by the ratio of both to the
/// power r; where a stage is near, it is <c>n^-r</c> of what it will be, and <c>n^-2r</c> where two meet, as in logits. Adam-like and
/// spectral optimizers divide the gradient away.
/// </remarks>
internal static class SlopePredictions
{
    public static IReadOnlyList<SlopePrediction> Of(
        IReadOnlyList<TensorDeclaration> tensors, FiniteStages stages, OptimizerFamily family, double richness, Func<Factor, double> growth)
    {
        var layers = tensors
            .Select(tensor => (Tensor: tensor, Rule: PredictedSlopes.Of(ModelChain.LayerOf(tensor.Name), tensor.Kind)))
            .Where(layer => layer.Rule is not null)
            .Select(layer => (layer.Tensor, Rule: layer.Rule!, Growth: growth(OwnRatio(layer.Tensor))))
            .ToArray();
        var wide = layers.Where(layer => layer.Tensor.Kind != ParameterKind.Output)
            .Select(layer => layer.Growth).DefaultIfEmpty(0).ToArray();
        var isSgd = family == OptimizerFamily.SgdLike;
        var lag = isSgd ? richness * (wide.Max() - wide.Min() + (stages.Any ? 2 : 0)) : 0;
        var passed = double.NegativeInfinity;
        return layers.Select(Prediction).ToArray();

        SlopePrediction Prediction((TensorDeclaration Tensor, PredictedSlopes Rule, double Growth) layer)
        {
            var (name, isTied) = (layer.Rule.Layer, layer.Tensor.IsTied);
            var (atInit, own) = (layer.Rule.AtInit.At(richness) * layer.Growth, layer.Rule.Change.At(richness) * layer.Growth);
            var change = layer.Tensor.Kind == ParameterKind.Hidden ? Math.Max(own, passed) : own;
            passed = layer.Tensor.Kind == ParameterKind.Output ? passed : Math.Max(passed, change);
            return stages.Of(layer.Tensor).Count == 0
                ? new(name, isTied ? Math.Max(atInit, 0) : atInit, change) { AtInitFrom = atInit, ChangeFrom = own - lag }
                : new(name, atInit, 0) { AtInitFrom = atInit - richness, ChangeFrom = own - (isSgd ? lag : richness) };
        }
    }

    private static Factor OwnRatio(TensorDeclaration tensor) =>
        tensor.Kind == ParameterKind.Output ? tensor.Ratios.FanIn : tensor.Ratios.FanOut;
}
