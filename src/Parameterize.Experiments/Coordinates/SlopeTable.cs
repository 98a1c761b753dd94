using Parameterize.Charts.Report;

namespace Parameterize.Experiments.Coordinates;

/// <summary>Slopes and what is found of them, for terminal, Markdown and page alike.</summary>
public static class SlopeTable
{
    /// <summary>Measured slopes beside the predicted ones, a row for each verdict.</summary>
    public static ReportTable Of(IEnumerable<SlopeVerdict> verdicts)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        SlopeVerdict[] all = [.. verdicts];
        var table = new ReportTable("layer", "quantity", "measured", "± se", "predicted", "verdict")
        {
            Note = all.Length == 0 ? "" : SlopeVerdict.Meaning(all[0].Tolerance),
        };
        foreach (var verdict in all)
        {
            table.Row(
                verdict.Layer,
                SlopeDiagnosis.Name(verdict.Quantity),
                Exponent(verdict.Slope),
                Exponent(verdict.StandardError),
                new TableCell(ExponentText.Range(verdict.PredictedFrom, verdict.Predicted, ExponentText.Fraction), Numeric: true),
                Cell(verdict.Outcome));
        }

        return table;
    }

    /// <summary>A verdict in one word.</summary>
    public static TableCell Cell(SlopeOutcome outcome) => outcome switch
    {
        SlopeOutcome.Pass => new TableCell("pass", CellTone.Good),
        SlopeOutcome.Fail => new TableCell("FAIL", CellTone.Bad),
        _ => new TableCell("unresolved", CellTone.Unsure),
    };

    /// <summary>An exponent with two decimals; a dash where there is none.</summary>
    public static TableCell Exponent(double value) => new(double.IsFinite(value) ? ExponentText.Decimal(value) : "–", Numeric: true);
}
