using Parameterize.Experiments.Statistics;

namespace Parameterize.Experiments.Coordinates;

/// <summary>A measured power of the width beside the one that the theory gives.</summary>
/// <param name="Predicted">The exponent that the theory gives.</param>
/// <param name="Observations">What was measured, by width and seed.</param>
public record WidthSlope(double Predicted, IReadOnlyList<Observation> Observations)
{
    /// <summary>Where the prediction begins, if that is lower: in first steps, or at small widths.</summary>
    public double PredictedFrom { get; init; } = Predicted;

    /// <summary>The fitted power law; null when some observation is zero or not finite, so that there is none.</summary>
    public LogLogFit? Fit { get; } = Observations.All(one => double.IsFinite(one.Value) && one.Value > 0)
        ? LogLogFit.Of(Observations)
        : null;

    /// <summary>The measured exponent; NaN without a fit.</summary>
    public double Slope => Fit?.Slope ?? double.NaN;

    /// <summary>Its standard error; NaN without a fit, and of two points.</summary>
    public double StandardError => Fit?.StandardError ?? double.NaN;

    /// <summary>
    /// How far the measured exponent is from the predicted one, or from what lies between where it begins and where it ends.
    /// </summary>
    public double Miss => SlopeVerdict.MissOf(Slope, PredictedFrom, Predicted);

    /// <summary>Measurement against prediction, as <see cref="SlopeVerdict.Outcome"/> judges it.</summary>
    /// <param name="tolerance">How far a slope of finite widths may be off.</param>
    public SlopeOutcome Outcome(double tolerance) => SlopeVerdict.Judge(Slope, StandardError, PredictedFrom, Predicted, tolerance);
}
