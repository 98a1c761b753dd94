using System.Globalization;

namespace Parameterize;

/// <summary>Rows under headers, as aligned text or as Markdown. The first two columns are words, the others are numbers.</summary>
internal sealed class TextTable
{
    private const int WordColumns = 2;
    private readonly string[][] _rows;
    private readonly int[] _widths;

    public TextTable(string[] headers, IEnumerable<string[]> rows)
    {
        _rows = rows.Prepend(headers).ToArray();
        _widths = headers.Select((_, column) => _rows.Max(row => row[column].Length)).ToArray();
    }

    /// <summary>Four significant digits, whatever the culture.</summary>
    public static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    public string ToText() => string.Join("\n", _rows.Select(row => string.Join("  ", Padded(row)).TrimEnd()));

    public string ToMarkdown()
    {
        var rule = _widths.Select((width, column) => column < WordColumns ? new string('-', width) : new string('-', width - 1) + ":");
        return string.Join("\n", new[] { Line(Padded(_rows[0])), Line(rule) }.Concat(_rows.Skip(1).Select(row => Line(Padded(row)))));

        static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
    }

    private IEnumerable<string> Padded(string[] row) =>
        row.Select((cell, column) => column < WordColumns ? cell.PadRight(_widths[column]) : cell.PadLeft(_widths[column]));
}
