using Parameterize.Experiments.Statistics;

namespace Parameterize.Experiments.Coordinates;

/// <summary>One measured power law of a coordinate check, beside what the theory predicts.</summary>
/// <param name="Layer">The layer's name, such as <c>_mix</c>.</param>
/// <param name="Quantity">What was measured of it.</param>
/// <param name="Predicted">The exponent that the class's <c>Scaling</c> predicts at this richness.</param>
/// <param name="Observations">The root mean square over entries, by width and seed.</param>
public sealed record CoordinateSlope(string Layer, SlopeQuantity Quantity, double Predicted, IReadOnlyList<Observation> Observations)
    : WidthSlope(Predicted, Observations)
{
    /// <summary>Measurement against prediction, with a diagnosis.</summary>
    /// <param name="tolerance">How far a slope of finite widths may be off.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is not positive.</exception>
    public SlopeVerdict Verdict(double tolerance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tolerance);
        return new SlopeVerdict(Layer, Quantity, Slope, StandardError, Predicted, tolerance) { PredictedFrom = PredictedFrom };
    }
}
