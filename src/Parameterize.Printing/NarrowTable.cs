using Parameterize.Charts.Report;

namespace Parameterize.Printing;

/// <summary>
/// A table that is wider than the terminal, as several under each other: each has the first column and as many of the others as fit,
/// since a formula that is broken over lines cannot be read.
/// </summary>
internal static class NarrowTable
{
    /// <summary>The parts, from left to right; the table itself if it fits.</summary>
    /// <param name="table">The table.</param>
    /// <param name="width">Characters in a line.</param>
    /// <param name="widthOf">How many of them a table takes.</param>
    public static IEnumerable<ReportTable> Parts(ReportTable table, int width, Func<ReportTable, int> widthOf)
    {
        if (widthOf(table) <= width || table.Headers.Count < 2)
        {
            return [table];
        }

        var parts = new List<ReportTable>();
        List<int> columns = [0];
        for (var column = 1; column < table.Headers.Count; column++)
        {
            if (columns.Count > 1 && widthOf(Of(table, [.. columns, column])) > width)
            {
                parts.Add(Of(table, columns));
                columns = [0];
            }

            columns.Add(column);
        }

        return [.. parts, Of(table, columns)];
    }

    /// <summary>How many characters a line of the table's text takes.</summary>
    public static int WidthOfText(ReportTable table) => table.ToText().Split('\n').Max(line => line.Length);

    private static ReportTable Of(ReportTable table, IReadOnlyList<int> columns)
    {
        var part = new ReportTable([.. columns.Select(column => table.Headers[column])]);
        foreach (var row in table.Rows)
        {
            part.Row([.. columns.Select(column => row[column])]);
        }

        return part;
    }
}
