using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize.Experiments.Coordinates;

/// <summary>What a coordinate check expects of one layer, or of all that a pattern names.</summary>
/// <param name="Layer">The name as in the model's table.</param>
/// <param name="AtInit">The slope of its size.</param>
/// <param name="Change">The slope of its change.</param>
/// <param name="SizeQuantity">What the size is the size of.</param>
/// <param name="ChangeQuantity">What the change is the change of.</param>
internal sealed record LayerExpectation(
    string Layer, Exponent AtInit, Exponent Change, SlopeQuantity SizeQuantity, SlopeQuantity ChangeQuantity)
{
    /// <summary>What a class's table predicts.</summary>
    public static LayerExpectation Of(PredictedSlopes slopes, ModelScaling scaling)
    {
        var isOutput = scaling.Tensors.Any(tensor => tensor.Kind == ParameterKind.Output && tensor.Name == slopes.Layer + ".weight");
        return isOutput
            ? new(slopes.Layer, slopes.AtInit, slopes.Change, SlopeQuantity.Output, SlopeQuantity.OutputChange)
            : new(slopes.Layer, slopes.AtInit, slopes.Change, SlopeQuantity.Preactivation, SlopeQuantity.HiddenChange);
    }
}
