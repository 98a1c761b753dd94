namespace Parameterize.Charts.Svg;

/// <summary>How wide text will be, without asking a browser: rather a little too wide than clipped.</summary>
internal static class TextMetrics
{
    // Of DejaVu Sans, the widest font of the list in the theme: thousandths of the font size for the characters from space to tilde.
    private static readonly int[] Advances =
    [
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636, 636, 636, 636,
        337, 337, 838, 838, 838, 531,
        1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611,
        685, 390, 337, 390, 838, 500,
        500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592,
        525, 636, 337, 636, 838,
    ];

    /// <summary>How much wider bold letters are, at most: a bold text is laid out as one of this many times its size.</summary>
    public const double Bold = 1.15;

    /// <summary>Width in units of the drawing, for a sans-serif font of the given size.</summary>
    public static double Width(string text, double size)
    {
        var width = 0.0;
        foreach (var (piece, raised) in RaisedText.Pieces(text))
        {
            width += (raised ? 0.75 : 1) * size * piece.EnumerateRunes().Sum(rune => Em(rune.Value));
        }

        return width;
    }

    /// <summary>Breaks text at spaces into lines that fit; a longer word has a line to itself, and is cut with an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Width(longer, size) > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        if (line.Length > 0)
        {
            lines.Add(line);
        }

        return [.. lines.Select(one => Fit(one, size, width))];
    }

    /// <summary>The text, cut with an ellipsis if it does not fit.</summary>
    public static string Fit(string text, double size, double width)
    {
        if (Width(text, size) <= width)
        {
            return text;
        }

        var length = text.Length;
        while (length > 1 && Width(text[..length] + "…", size) > width)
        {
            length--;
        }

        return text[..length].TrimEnd() + "…";
    }

    private static double Em(int rune) => rune switch
    {
        >= ' ' and <= '~' => Advances[rune - ' '] / 1000.0,
        '\u2212' or '\u00d7' or '\u00b1' or '\u221e' or '\u2192' => 0.84,
        < 0x1100 => 0.8,
        _ => 1.05,
    };
}
