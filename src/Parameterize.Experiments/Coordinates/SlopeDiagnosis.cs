namespace Parameterize.Experiments.Coordinates;

/// <summary>Puts a verdict into words.</summary>
internal static class SlopeDiagnosis
{
    // Half the gap between the exponents that theory distinguishes (1/8), so that a hint is given only where one cause is nearest.
    private const double Near = 0.0625;

    public static string Of(SlopeVerdict verdict)
    {
        var subject = Subject(verdict);
        if (!double.IsFinite(verdict.Slope))
        {
            return $"{subject} has no slope over width: some width diverged or did not change at all. " +
                "Lower the learning rate or take more steps.";
        }

        var measured = $"{subject} {Growth(verdict.Slope)}";
        var predicted = ExponentText.Range(verdict.PredictedFrom, verdict.Predicted, ExponentText.Power);
        return verdict.Outcome switch
        {
            SlopeOutcome.Pass => $"{measured}, as predicted ({predicted}).",
            SlopeOutcome.Unresolved when double.IsNaN(verdict.StandardError) =>
                $"{measured}, where {predicted} is predicted: it cannot be told from one seed at two widths, which leave no scatter to " +
                "judge by. Take three widths at least, or more seeds.",
            SlopeOutcome.Unresolved =>
                $"{measured} with a standard error of {ExponentText.Decimal(verdict.StandardError)}, where {predicted} is predicted: " +
                $"too noisy to tell within {ExponentText.Decimal(verdict.Tolerance)}. Take more seeds or a wider range of widths.",
            _ => $"{measured} where {predicted} is predicted: {Hint(verdict)}.",
        };
    }

    /// <summary>The quantity in a few words, for a table.</summary>
    public static string Name(SlopeQuantity quantity) => quantity switch
    {
        SlopeQuantity.Preactivation => "size at initialization",
        SlopeQuantity.Output => "output at initialization",
        SlopeQuantity.OutputChange => "change of the output",
        SlopeQuantity.LogitsChange => "change of the attention logits",
        _ => "change",
    };

    private static string Subject(SlopeVerdict verdict) => verdict.Quantity switch
    {
        SlopeQuantity.Preactivation => $"the size of `{verdict.Layer}` at initialization",
        SlopeQuantity.Output => $"the output `{verdict.Layer}` at initialization",
        SlopeQuantity.OutputChange => $"the change of the output `{verdict.Layer}`",
        SlopeQuantity.LogitsChange => $"the change of the attention logits of `{verdict.Layer}`",
        _ => $"the change of `{verdict.Layer}`",
    };

    private static string Growth(double slope)
    {
        var power = $"n^{ExponentText.Decimal(slope)}";
        var fraction = ExponentText.Fraction(slope, 0.03);
        var near = fraction.Contains('/', StringComparison.Ordinal) ? $" (near {fraction})" : "";
        if (Math.Abs(slope) < 0.03)
        {
            return $"does not depend on width ({power})";
        }

        return $"{(slope > 0 ? "grows" : "shrinks")} like {power}{near}";
    }

    private static string Hint(SlopeVerdict verdict)
    {
        var excess = verdict.Slope < verdict.PredictedFrom ? verdict.Slope - verdict.PredictedFrom : verdict.Slope - verdict.Predicted;
        return verdict.Quantity switch
        {
            SlopeQuantity.Preactivation =>
                $"its initial standard deviation times its multiplier is off by {Off(excess)}; fan-in scaling (1/sqrt(fan-in)) is " +
                "what keeps it at n^0",
            SlopeQuantity.Output => Richness(-verdict.Slope, -verdict.Predicted)
                ?? $"the readout's initial standard deviation times its multiplier is off by {Off(excess)}",
            SlopeQuantity.OutputChange => excess > 0
                ? $"the learning rate or multiplier of the readout is too large by {Off(excess)}; training will diverge at large width"
                : $"the readout learns too slowly by {Off(excess)}: training will stall at large width",
            SlopeQuantity.LogitsChange when Is(excess, 0.5) =>
                "the logits are scaled by the customary 1/sqrt(head width) where the rule divides by the head width (attention exponent 1)",
            _ => Change(verdict, excess),
        };
    }

    private static string Change(SlopeVerdict verdict, double excess)
    {
        if (excess > 0 && Is(excess, 1))
        {
            return $"it moves too much by {Off(excess)}, as under an Adam rate that is not divided by the fan-in " +
                "(the standard parametrization)";
        }

        if (Richness(verdict.Slope + 0.5, verdict.Predicted + 0.5) is { } richness)
        {
            return richness;
        }

        return excess > 0
            ? $"its learning rate or multiplier is too large by {Off(excess)}, as where a rate of the standard parametrization is " +
                "kept over widths"
            : $"its learning rate or multiplier is too small by {Off(excess)}: with growing width the layer stops learning";
    }

    // Change of hidden layers goes like n^(r - 1/2), output at initialization like n^-r: either one tells r (theory, section 1).
    private static string? Richness(double measured, double predicted)
    {
        var r = Math.Round(measured * 8) / 8;
        if (r is < 0 or > 0.5 || Math.Abs(r - measured) > Near || Math.Abs(r - predicted) < Near)
        {
            return null;
        }

        return $"this is what richness r = {ExponentText.Fraction(r)} looks like, and not r = {ExponentText.Fraction(predicted)}";
    }

    private static string Off(double excess) => $"a factor {ExponentText.Power(Math.Round(excess * 100) / 100, 0.03)}";

    private static bool Is(double value, double target) => Math.Abs(value - target) < Near;
}
