using Parameterize.Experiments;

namespace Parameterize.Tool.Printing;

/// <summary>A table for pipes and files: aligned by blanks, two between columns, no line longer than its words.</summary>
internal static class PlainTable
{
    public static void Write(TextWriter output, ReportTable table)
    {
        string[][] lines = [[.. table.Headers], .. table.Rows.Select(row => row.Select(cell => cell.Text).ToArray())];
        int[] widths = [.. table.Headers.Select((_, column) => lines.Max(line => line[column].Length))];
        foreach (var line in lines)
            output.Write(string.Join("  ", line.Select((text, column) => Aligned(text, column))).TrimEnd() + "\n");

        string Aligned(string text, int column) => IsNumeric(table, column) ? text.PadLeft(widths[column]) : text.PadRight(widths[column]);
    }

    public static bool IsNumeric(ReportTable table, int column) => table.Rows.Count > 0 && table.Rows[0][column].Numeric;
}
