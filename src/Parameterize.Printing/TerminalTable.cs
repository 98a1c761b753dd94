using Parameterize.Charts.Report;
using Spectre.Console;

namespace Parameterize.Printing;

/// <summary>A table for a person: ruled, wrapped to the terminal, verdicts in colour.</summary>
internal static class TerminalTable
{
    /// <summary>How many characters a line takes: two blanks around each column and one between.</summary>
    public static int WidthOf(ReportTable table) => table.Headers.Select((header, column) =>
        3 + table.Rows.Select(row => row[column].Text.Length).Append(header.Length).Max()).Sum() + 1;

    public static void Write(IAnsiConsole console, ReportTable table)
    {
        var shown = new Table { Border = TableBorder.Simple };
        for (var column = 0; column < table.Headers.Count; column++)
        {
            var header = new TableColumn(Markup.Escape(table.Headers[column]));
            shown.AddColumn(table.IsNumeric(column) ? header.RightAligned() : header);
        }

        foreach (var row in table.Rows)
        {
            shown.AddRow([.. row.Select(cell => new Text(cell.Text, StyleOf(cell.Tone)))]);
        }

        console.Write(shown);
    }

    private static Style StyleOf(CellTone tone) => tone switch
    {
        CellTone.Good => new Style(Color.Green),
        CellTone.Bad => new Style(Color.Red),
        CellTone.Unsure => new Style(Color.Yellow),
        _ => Style.Plain,
    };
}
