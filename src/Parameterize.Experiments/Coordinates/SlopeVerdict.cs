namespace Parameterize.Experiments.Coordinates;

/// <summary>A measured slope over width against the predicted one.</summary>
/// <param name="Layer">Name of the layer, such as <c>_mix</c>.</param>
/// <param name="Quantity">What was measured of it.</param>
/// <param name="Slope">Measured exponent of the width.</param>
/// <param name="StandardError">Its standard error; NaN when unknown (two points): then it cannot be told.</param>
/// <param name="Predicted">Exponent that the theory gives.</param>
/// <param name="Tolerance">How far a slope of finite widths may be off; 0.1 is customary.</param>
public sealed record SlopeVerdict(
    string Layer, SlopeQuantity Quantity, double Slope, double StandardError, double Predicted, double Tolerance)
{
    /// <summary>
    /// Where the prediction begins, if that is lower: in first steps, or at small widths. What lies between is as predicted.
    /// </summary>
    public double PredictedFrom { get; init; } = Predicted;

    /// <summary>
    /// Pass: off by at most the tolerance, standard error no larger than it. Fail: off by more than the tolerance and two standard errors.
    /// Between the two, or without a standard error: unresolved. A slope that is NaN or infinite fails.
    /// </summary>
    public SlopeOutcome Outcome => Judge(Slope, StandardError, PredictedFrom, Predicted, Tolerance);

    /// <summary>Whether the outcome is a pass; unresolved is not.</summary>
    public bool Passed => Outcome == SlopeOutcome.Pass;

    /// <summary>One or two sentences: what was measured, what was predicted, and what the difference looks like.</summary>
    public string Diagnosis => SlopeDiagnosis.Of(this);

    /// <summary>What the three outcomes mean, for the reader of a table.</summary>
    /// <param name="tolerance">How far a slope may be off.</param>
    public static string Meaning(double tolerance)
    {
        var off = ExponentText.Decimal(tolerance);
        return $"pass: within {off} of the prediction, by a standard error (se) of at most {off}. FAIL: off by more than {off} and two " +
            "standard errors. unresolved: neither, so that these runs cannot tell; more seeds or a wider range of widths can.";
    }

    internal static double MissOf(double slope, double from, double predicted) => Math.Max(Math.Max(from - slope, slope - predicted), 0);

    internal static SlopeOutcome Judge(double slope, double standardError, double from, double predicted, double tolerance)
    {
        if (!double.IsFinite(slope))
        {
            return SlopeOutcome.Fail;
        }

        var miss = MissOf(slope, from, predicted);
        if (miss <= tolerance && standardError <= tolerance)
        {
            return SlopeOutcome.Pass;
        }

        return miss > tolerance + 2 * standardError ? SlopeOutcome.Fail : SlopeOutcome.Unresolved;
    }
}
