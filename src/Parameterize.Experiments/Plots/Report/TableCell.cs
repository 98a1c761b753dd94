using Parameterize.Experiments.Coordinates;
using Parameterize.Experiments.Plots.Axes;
using Parameterize.Experiments.Shapes;

namespace Parameterize.Experiments.Plots.Report;

/// <summary>A cell of a table.</summary>
/// <param name="Text">What it says; <c>n^(1/2)</c> shows a raised exponent.</param>
/// <param name="Tone">How it is coloured; the text says the same in words.</param>
/// <param name="Numeric">Whether it is a number, and stands right.</param>
public readonly record struct TableCell(string Text, CellTone Tone = CellTone.Plain, bool Numeric = false)
{
    /// <summary>A text.</summary>
    public static implicit operator TableCell(string text) => new(text);

    /// <summary>A number, with four significant digits.</summary>
    public static implicit operator TableCell(double number) => new(NumberText.Short(number), Numeric: true);

    /// <summary>A verdict on a slope, in one word.</summary>
    public static TableCell Of(SlopeOutcome outcome) => outcome switch
    {
        SlopeOutcome.Pass => new TableCell("pass", CellTone.Good),
        SlopeOutcome.Fail => new TableCell("FAIL", CellTone.Bad),
        _ => new TableCell("unresolved", CellTone.Unsure),
    };

    /// <summary>What shapes say of a row, in one word.</summary>
    public static TableCell Of(ShapeOutcome outcome) => outcome switch
    {
        ShapeOutcome.Pass => new TableCell("pass", CellTone.Good),
        ShapeOutcome.Fail => new TableCell("FAIL", CellTone.Bad),
        _ => new TableCell("not scaled"),
    };

    /// <summary>A number; a dash where there is none.</summary>
    public static TableCell Known(double? value) => value is { } number ? number : new TableCell("–", Numeric: true);

    /// <summary>An exponent with two decimals; a dash where there is none.</summary>
    public static TableCell Exponent(double value) => new(double.IsFinite(value) ? ExponentText.Decimal(value) : "–", Numeric: true);

    /// <summary>A text; for languages without conversions.</summary>
    public static TableCell FromString(string text) => text;

    /// <summary>A number; for languages without conversions.</summary>
    public static TableCell FromDouble(double number) => number;
}

/// <summary>How a cell is coloured.</summary>
public enum CellTone
{
    /// <summary>As text.</summary>
    Plain,

    /// <summary>As something that holds.</summary>
    Good,

    /// <summary>As something that fails.</summary>
    Bad,

    /// <summary>As something that cannot be told.</summary>
    Unsure,
}
