using System.Globalization;
using Parameterize.Charts.Axes;
using Parameterize.Charts.Report;
using Parameterize.Charts.Svg;

namespace Parameterize.Charts;

/// <summary>
/// Numbers over two settings as coloured cells: one colour above zero, another below, none at it. Each cell says its number, so that
/// colour is never the only difference; a framed cell is one to look at.
/// </summary>
/// <param name="title">What is seen, in a few words.</param>
/// <param name="columns">Names of the columns, from left to right.</param>
/// <param name="rows">Names of the rows, from top to bottom.</param>
public sealed class HeatMap(string title, IReadOnlyList<string> columns, IReadOnlyList<string> rows) : Figure(title)
{
    private readonly Dictionary<(int Row, int Column), HeatCell> _cells = [];

    /// <summary>Names of the columns, from left to right.</summary>
    public IReadOnlyList<string> Columns { get; } = columns;

    /// <summary>Names of the rows, from top to bottom.</summary>
    public IReadOnlyList<string> Rows { get; } = rows;

    /// <summary>What the columns differ in.</summary>
    public string ColumnLabel { get; init; } = "";

    /// <summary>What the rows differ in.</summary>
    public string RowLabel { get; init; } = "";

    /// <summary>What the numbers are.</summary>
    public string ValueLabel { get; init; } = "value";

    /// <summary>Numbers of this size or larger, above or below zero, have the full colour.</summary>
    public double Limit { get; init; } = 1;

    /// <summary>What a frame says of a cell.</summary>
    public string FrameLabel { get; init; } = "";

    internal override string Description => $"{Title}: {ValueLabel} over {ColumnLabel} and {RowLabel}";

    internal HeatCell? At(int row, int column) => _cells.GetValueOrDefault((row, column));

    /// <summary>Sets a cell; a cell that is not set is empty.</summary>
    /// <param name="row">Which row, from 0.</param>
    /// <param name="column">Which column, from 0.</param>
    /// <param name="value">The number; NaN and infinities are said in words, and have the full colour or none.</param>
    /// <param name="framed">Whether to frame it.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    public HeatMap Cell(int row, int column, double value, bool framed = false)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows.Count, nameof(row));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)Columns.Count, nameof(column));
        _cells[(row, column)] = new HeatCell(value, framed);
        return this;
    }

    /// <inheritdoc/>
    public override ReportTable ToTable()
    {
        var table = new ReportTable(Named(RowLabel, "row"), Named(ColumnLabel, "column"), ValueLabel);
        foreach (var ((row, column), cell) in _cells.OrderBy(cell => cell.Key))
        {
            table.Row(Rows[row], Columns[column], cell.Value);
        }

        return table;

        static string Named(string label, string otherwise) => label.Length > 0 ? label : otherwise;
    }

    /// <inheritdoc/>
    public override string ToSvg() => StandaloneSvg.Of(this);

    internal override void WriteHtml(MarkupWriter page, string id) => HeatMapDrawing.Write(page, this);
}

/// <summary>One number of a heat map.</summary>
internal sealed record HeatCell(double Value, bool Framed)
{
    /// <summary>Two decimals and a true minus.</summary>
    public string Text => double.IsFinite(Value)
        ? Value.ToString("0.00;−0.00;0.00", CultureInfo.InvariantCulture)
        : NumberText.Short(Value);

    /// <summary>The colour's step, from <c>-Palette.Tints</c> to <c>Palette.Tints</c>.</summary>
    public int Tint(double limit) =>
        double.IsNaN(Value) ? 0 : (int)Math.Round(Palette.Tints * Math.Clamp(Value / limit, -1, 1), MidpointRounding.AwayFromZero);
}
