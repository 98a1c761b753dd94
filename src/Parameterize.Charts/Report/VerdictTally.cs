namespace Parameterize.Charts.Report;

/// <summary>How many verdicts of tables hold, fail, and cannot be told.</summary>
/// <param name="Good">As predicted.</param>
/// <param name="Bad">Not as predicted.</param>
/// <param name="Unsure">Unresolved.</param>
public readonly record struct VerdictTally(int Good, int Bad, int Unsure)
{
    private const string Column = "verdict";

    /// <summary>How many there are.</summary>
    public int Total => Good + Bad + Unsure;

    /// <summary>Counts the verdicts of a table: the tones of its columns that are headed so.</summary>
    public static VerdictTally Of(ReportTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var tones = table.Rows.SelectMany(row => row.Where((_, column) => table.Headers[column] == Column))
            .CountBy(cell => cell.Tone).ToDictionary();
        return new(tones.GetValueOrDefault(CellTone.Good), tones.GetValueOrDefault(CellTone.Bad), tones.GetValueOrDefault(CellTone.Unsure));
    }

    /// <summary>The two together.</summary>
    public static VerdictTally operator +(VerdictTally one, VerdictTally other) =>
        new(one.Good + other.Good, one.Bad + other.Bad, one.Unsure + other.Unsure);

    /// <summary>The two together; for languages without operators.</summary>
    public static VerdictTally Add(VerdictTally left, VerdictTally right) => left + right;

    /// <summary>As <c>14 of 18 as predicted, 4 unresolved</c>; empty where there is no verdict.</summary>
    public override string ToString() => string.Join(", ", new[]
    {
        Total == 0 ? "" : FormattableString.Invariant($"{Good} of {Total} as predicted"),
        Unsure == 0 ? "" : FormattableString.Invariant($"{Unsure} unresolved"),
        Bad == 0 ? "" : FormattableString.Invariant($"{Bad} not as predicted"),
    }.Where(part => part.Length > 0));
}
