using Parameterize.Charts.Axes;

namespace Parameterize.Charts.Report;

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

    /// <summary>A number; a dash where there is none.</summary>
    public static TableCell Known(double? value) => value is { } number ? number : new TableCell("–", Numeric: true);

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
