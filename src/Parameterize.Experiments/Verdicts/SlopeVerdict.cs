namespace Parameterize.Experiments;

/// <summary>A measured slope over width against the predicted one.</summary>
/// <param name="Layer">Name of the layer, such as <c>_mix</c>.</param>
/// <param name="Quantity">What was measured of it.</param>
/// <param name="Slope">Measured exponent of the width.</param>
/// <param name="StandardError">Its standard error; NaN when unknown (two points), then the tolerance alone decides.</param>
/// <param name="Predicted">Exponent that the theory gives.</param>
/// <param name="Tolerance">How far a slope of finite widths may be off; 0.1 is customary.</param>
public sealed record SlopeVerdict(
    string Layer, SlopeQuantity Quantity, double Slope, double StandardError, double Predicted, double Tolerance)
{
    /// <summary>
    /// Pass: off by at most the tolerance, standard error no larger than it. Fail: off by more than the tolerance and two standard errors.
    /// Between the two: unresolved. A slope that is NaN or infinite fails.
    /// </summary>
    public SlopeOutcome Outcome
    {
        get
        {
            if (!double.IsFinite(Slope)) return SlopeOutcome.Fail;
            var error = double.IsNaN(StandardError) ? 0 : StandardError;
            var miss = Math.Abs(Slope - Predicted);
            if (miss <= Tolerance && error <= Tolerance) return SlopeOutcome.Pass;
            return miss > Tolerance + 2 * error ? SlopeOutcome.Fail : SlopeOutcome.Unresolved;
        }
    }

    /// <summary>Whether the outcome is a pass; unresolved is not.</summary>
    public bool Passed => Outcome == SlopeOutcome.Pass;

    /// <summary>One or two sentences: what was measured, what was predicted, and what the difference looks like.</summary>
    public string Diagnosis => SlopeDiagnosis.Of(this);

    /// <summary>Judges a fit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is not positive.</exception>
    public static SlopeVerdict Of(string layer, SlopeQuantity quantity, LogLogFit fit, double predicted, double tolerance = 0.1)
    {
        ArgumentException.ThrowIfNullOrEmpty(layer);
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tolerance);
        return new SlopeVerdict(layer, quantity, fit.Slope, fit.StandardError, predicted, tolerance);
    }
}
