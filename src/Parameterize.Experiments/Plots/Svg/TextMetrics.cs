namespace Parameterize.Experiments;

/// <summary>How wide text will be, without asking a browser: rather a little too wide than clipped.</summary>
internal static class TextMetrics
{
    private const string Narrow = "iljft.,:;'|!()[] ";
    private const string Broad = "mwMWQOGD@%×→";

    /// <summary>Width in units of the drawing, for a sans-serif font of the given size.</summary>
    public static double Width(string text, double size)
    {
        var width = 0.0;
        foreach (var (piece, raised) in RaisedText.Pieces(text))
            width += (raised ? 0.75 : 1) * size * piece.EnumerateRunes().Sum(rune => Em(rune.Value));
        return width;
    }

    /// <summary>Breaks text at spaces into lines that fit; a longer word has a line to itself.</summary>
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
            else line = longer;
        }

        if (line.Length > 0) lines.Add(line);
        return lines;
    }

    /// <summary>The text, cut with an ellipsis if it does not fit.</summary>
    public static string Fit(string text, double size, double width)
    {
        if (Width(text, size) <= width) return text;
        var length = text.Length;
        while (length > 1 && Width(text[..length] + "…", size) > width) length--;
        return text[..length].TrimEnd() + "…";
    }

    private static double Em(int rune)
    {
        if (rune < 128 && Narrow.Contains((char)rune, StringComparison.Ordinal)) return 0.36;
        if (rune <= char.MaxValue && Broad.Contains((char)rune, StringComparison.Ordinal)) return 0.88;
        if (rune >= 0x1100) return rune is >= 0x2000 and < 0x2E80 ? 0.65 : 1.05;
        return rune is >= 'A' and <= 'Z' ? 0.7 : 0.59;
    }
}
