using Parameterize.Scaling.Rules;

namespace Parameterize.Experiments.Coordinates;

/// <summary>What a coordinate check expects of one layer, or of all that a pattern names, at its richness.</summary>
/// <param name="Slopes">The name as in the model's table, the slope of its size and that of its change.</param>
/// <param name="SizeQuantity">What the size is the size of.</param>
/// <param name="ChangeQuantity">What the change is the change of.</param>
internal sealed record LayerExpectation(SlopePrediction Slopes, SlopeQuantity SizeQuantity, SlopeQuantity ChangeQuantity)
{
    /// <summary>The name as in the model's table.</summary>
    public string Layer => Slopes.Layer;

    /// <summary>
    /// Whether its bias, whose size at init does not depend on width, would hide the slope of the rest: that of a readout, or of a layer
    /// behind a stage of fixed size.
    /// </summary>
    public bool IsLessItsBias => SizeQuantity == SlopeQuantity.Output || Slopes.AtInitFrom < Slopes.AtInit;

    /// <summary>What a class's table predicts.</summary>
    public static LayerExpectation Of(SlopePrediction slopes, ModelScaling scaling)
    {
        var isOutput = scaling.Tensors.Any(tensor => tensor.Kind == ParameterKind.Output && tensor.Name == slopes.Layer + ".weight");
        return isOutput
            ? new(slopes, SlopeQuantity.Output, SlopeQuantity.OutputChange)
            : new(slopes, SlopeQuantity.Preactivation, SlopeQuantity.HiddenChange);
    }

    /// <summary>The same of a layer of this name.</summary>
    public LayerExpectation Called(string layer) => this with { Slopes = Slopes with { Layer = layer } };

    /// <summary>The slopes at which both families begin, where they end at the same; null where they do not.</summary>
    public LayerExpectation? With(LayerExpectation other) =>
        other.Layer == Layer && other.Slopes.AtInit == Slopes.AtInit && other.Slopes.Change == Slopes.Change
            ? this with
            {
                Slopes = Slopes with
                {
                    AtInitFrom = Math.Min(Slopes.AtInitFrom, other.Slopes.AtInitFrom),
                    ChangeFrom = Math.Min(Slopes.ChangeFrom, other.Slopes.ChangeFrom),
                },
            }
            : null;
}
