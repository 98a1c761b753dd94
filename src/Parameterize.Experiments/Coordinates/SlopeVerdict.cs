namespace Parameterize.Experiments.Coordinates;

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
    public SlopeOutcome Outcome => Judge(Slope, StandardError, Predicted, Tolerance);

    /// <summary>Whether the outcome is a pass; unresolved is not.</summary>
    public bool Passed => Outcome == SlopeOutcome.Pass;

    /// <summary>One or two sentences: what was measured, what was predicted, and what the difference looks like.</summary>
    public string Diagnosis => SlopeDiagnosis.Of(this);

    internal static SlopeOutcome Judge(double slope, double standardError, double predicted, double tolerance)
    {
        if (!double.IsFinite(slope))
        {
            return SlopeOutcome.Fail;
        }

        var error = double.IsNaN(standardError) ? 0 : standardError;
        var miss = Math.Abs(slope - predicted);
        if (miss <= tolerance && error <= tolerance)
        {
            return SlopeOutcome.Pass;
        }

        return miss > tolerance + 2 * error ? SlopeOutcome.Fail : SlopeOutcome.Unresolved;
    }
}
