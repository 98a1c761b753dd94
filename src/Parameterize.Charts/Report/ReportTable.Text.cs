namespace Parameterize.Charts.Report;

/// <content>The table as text.</content>
public sealed partial class ReportTable
{
    /// <summary>Aligned by blanks, two between columns, no line longer than its words.</summary>
    public string ToText() => string.Concat(Lines().Select(line => string.Join("  ", line).TrimEnd() + "\n"));

    /// <summary>As Markdown.</summary>
    public string ToMarkdown()
    {
        var lines = Lines();
        var rule =
            lines[0].Select((cell, column) => IsNumeric(column) ? new string('-', cell.Length - 1) + ":" : new string('-', cell.Length));
        return string.Concat(lines.Take(1).Append(rule).Concat(lines.Skip(1)).Select(line => $"| {string.Join(" | ", line)} |\n"));
    }

    private IReadOnlyList<IEnumerable<string>> Lines()
    {
        string[][] lines = [[.. Headers], .. _rows.Select(row => row.Select(cell => cell.Text).ToArray())];
        int[] widths = [.. Headers.Select((_, column) => lines.Max(line => line[column].Length))];
        return [.. lines.Select(
            line => line.Select((text, column) => IsNumeric(column) ? text.PadLeft(widths[column]) : text.PadRight(widths[column])))];
    }
}
