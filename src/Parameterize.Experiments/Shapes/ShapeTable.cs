using Parameterize.Charts.Report;

namespace Parameterize.Experiments.Shapes;

/// <summary>What shapes say of a model's rows, for terminal, Markdown and page alike.</summary>
public static class ShapeTable
{
    /// <summary>A model's rows beside what its shapes say, a row for each verdict.</summary>
    public static ReportTable Of(IEnumerable<ShapeVerdict> verdicts)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        var table = new ReportTable("tensor", "kind", "m claimed", "m measured", "q claimed", "q measured", "verdict");
        foreach (var verdict in verdicts)
        {
            table.Row(
                verdict.Tensor,
                verdict.Kind.ToString(),
                verdict.Claimed.FanIn,
                TableCell.Known(verdict.Measured?.FanIn),
                verdict.Claimed.FanOut,
                TableCell.Known(verdict.Measured?.FanOut),
                Cell(verdict.Outcome));
        }

        return table;
    }

    private static TableCell Cell(ShapeOutcome outcome) => outcome switch
    {
        ShapeOutcome.Pass => new TableCell("pass", CellTone.Good),
        ShapeOutcome.Fail => new TableCell("FAIL", CellTone.Bad),
        _ => new TableCell("not scaled"),
    };
}
