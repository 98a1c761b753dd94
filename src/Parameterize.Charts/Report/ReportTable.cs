using Parameterize.Charts.Svg;

namespace Parameterize.Charts.Report;

/// <summary>A table of numbers and words.</summary>
/// <param name="headers">Names of the columns; at least one.</param>
public sealed partial class ReportTable(params IReadOnlyList<string> headers)
{
    private readonly List<IReadOnlyList<TableCell>> _rows = [];

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Headers { get; } = headers;

    /// <summary>What its words mean, under the table; empty for none.</summary>
    public string Note { get; init; } = "";

    /// <summary>Rows, each with as many cells as there are columns.</summary>
    public IReadOnlyList<IReadOnlyList<TableCell>> Rows => _rows;

    /// <summary>Adds a row.</summary>
    /// <exception cref="ArgumentException">It has more or fewer cells than there are columns.</exception>
    public ReportTable Row(params IReadOnlyList<TableCell> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.Count != Headers.Count)
        {
            throw new ArgumentException(
                $"A row of this table has {Headers.Count} cells ({string.Join(", ", Headers)}), not {cells.Count}.", nameof(cells));
        }

        _rows.Add(cells);
        return this;
    }

    /// <summary>Whether a column has numbers, which stand right.</summary>
    public bool IsNumeric(int column) => _rows.Count > 0 && _rows[0][column].Numeric;

    internal void WriteHtml(MarkupWriter page)
    {
        page.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "group"), ("aria-label", "table"));
        page.Open("table").Open("thead").Open("tr");
        for (var column = 0; column < Headers.Count; column++)
        {
            page.Open("th", ("scope", "col"), ("class", IsNumeric(column) ? "number" : "words"));
            Prose.WriteInline(page, Headers[column]);
            page.Close();
        }

        page.Close().Close().Open("tbody");
        foreach (var row in _rows)
        {
            page.Open("tr");
            foreach (var cell in row)
            {
                page.Open("td", ("class", Class(cell)));
                Prose.WriteInline(page, cell.Text);
                page.Close();
            }

            page.Close();
        }

        page.Close().Close().Close();
        Prose.Write(page, Note);
    }

    private static string Class(TableCell cell) => cell switch
    {
        { Tone: CellTone.Good } => "good",
        { Tone: CellTone.Bad } => "bad",
        { Tone: CellTone.Unsure } => "unsure",
        { Numeric: true } => "number",
        { Text.Length: > 40 } => "long",
        _ => "words",
    };
}
