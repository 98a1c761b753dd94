namespace Parameterize.Scaling.Rules;

/// <summary>What the theory says a coordinate check will measure for one layer, over the widths that it runs.</summary>
/// <param name="Layer">The member.</param>
/// <param name="AtInit">The slope of the layer's output before training, as widths grow.</param>
/// <param name="Change">The slope of its change after some steps, as widths and steps grow.</param>
public sealed record SlopePrediction(string Layer, double AtInit, double Change)
{
    /// <summary>
    /// Where the slope at init begins, if that is lower: what shrinks with width lies under what does not, a bias or a token's own logit.
    /// </summary>
    public double AtInitFrom { get; init; } = AtInit;

    /// <summary>
    /// Where the slope of the change begins, if that is lower: in first steps, or at small widths, where a layer's own learning is still
    /// more than what is passed on to it.
    /// </summary>
    public double ChangeFrom { get; init; } = Change;
}
