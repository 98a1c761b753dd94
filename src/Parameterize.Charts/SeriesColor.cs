namespace Parameterize.Charts;

/// <summary>
/// A colour by its meaning, so that it can differ between light and dark: one of the palette for things without an order,
/// a shade from lazy to rich (or narrow to wide) for things with one.
/// </summary>
public readonly record struct SeriesColor
{
    private readonly string? _variable;

    private SeriesColor(string variable, int shape)
    {
        _variable = variable;
        Shape = shape;
    }

    /// <summary>The colour of text, for what is no series.</summary>
    public static SeriesColor Ink => default;

    internal string Css => $"var(--{_variable ?? "muted"})";

    /// <summary>Which marker goes with it, so that colour is never the only difference.</summary>
    internal int Shape { get; }

    /// <summary>
    /// One of the eight of the palette (Okabe and Ito's, made darker or lighter where the background asks for it); repeats beyond.
    /// </summary>
    public static SeriesColor Categorical(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return new SeriesColor($"s{index % Palette.Categories.Length}", index);
    }

    /// <summary>The shade of a richness: 0 lazy, 1/2 rich.</summary>
    /// <exception cref="ArgumentOutOfRangeException">r is not between 0 and 1/2.</exception>
    public static SeriesColor Richness(double r) => r is >= 0 and <= 0.5
        ? Shade(2 * r, shape: (int)Math.Round(8 * r))
        : throw new ArgumentOutOfRangeException(nameof(r), r, "A richness lies between 0 and 1/2.");

    /// <summary>The shade of one of several ordered things, such as widths: the first is lightest by day.</summary>
    public static SeriesColor Sequence(int index, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);
        return Shade(count == 1 ? 1 : (double)index / (count - 1), index);
    }

    private static SeriesColor Shade(double part, int shape) => new($"q{(int)Math.Round(part * (Palette.Shades - 1))}", shape);
}
