namespace Parameterize.Experiments;

/// <summary>One measured power law of a coordinate check, beside what the theory predicts.</summary>
/// <param name="Layer">The layer's name, such as <c>_mix</c>.</param>
/// <param name="Quantity">What was measured of it.</param>
/// <param name="Predicted">The exponent that the class's <c>Scaling</c> predicts at this richness.</param>
/// <param name="Observations">The root mean square over entries, by width and seed.</param>
public sealed record CoordinateSlope(string Layer, SlopeQuantity Quantity, double Predicted, IReadOnlyList<Observation> Observations)
{
    /// <summary>The fitted power law; null when some observation is zero or not finite, so that there is none.</summary>
    public LogLogFit? Fit { get; } = Observations.All(one => double.IsFinite(one.Value) && one.Value > 0) ? LogLogFit.Of(Observations) : null;

    /// <summary>Measurement against prediction.</summary>
    /// <param name="tolerance">How far a slope of finite widths may be off.</param>
    public SlopeVerdict Verdict(double tolerance) => Fit is { } fit
        ? SlopeVerdict.Of(Layer, Quantity, fit, Predicted, tolerance)
        : new SlopeVerdict(Layer, Quantity, double.NaN, double.NaN, Predicted, tolerance);
}
