using System.Text.RegularExpressions;

namespace Parameterize.Charts.Svg;

/// <summary>Text in which <c>^-1</c>, <c>^0.49</c>, <c>^r</c> and <c>^(1/2)</c> are raised.</summary>
internal static partial class RaisedText
{
    /// <summary>The pieces of a text, in order.</summary>
    public static IEnumerable<(string Text, bool Raised)> Pieces(string text)
    {
        var done = 0;
        foreach (Match match in Exponent().Matches(text))
        {
            if (match.Index > done)
            {
                yield return (text[done..match.Index], false);
            }

            yield return (match.Value.TrimStart('^').TrimStart('(').TrimEnd(')').Replace('-', '−'), true);
            done = match.Index + match.Length;
        }

        if (done < text.Length)
        {
            yield return (text[done..], false);
        }
    }

    /// <summary>Writes the pieces into an open SVG text element.</summary>
    public static void WriteSvg(MarkupWriter svg, string text)
    {
        var lower = false;
        foreach (var (piece, raised) in Pieces(text))
        {
            // Without a line break between: white space inside a text element is drawn.
            if (raised)
            {
                svg.Raw("<tspan dy=\"-0.4em\" class=\"up\">").Text(piece).Raw("</tspan>");
            }
            else if (lower)
            {
                svg.Raw("<tspan dy=\"0.3em\">").Text(piece).Raw("</tspan>");
            }
            else
            {
                svg.Text(piece);
            }

            lower = raised;
        }
    }

    /// <summary>Writes the pieces into an open HTML element.</summary>
    public static void WriteHtml(MarkupWriter page, string text)
    {
        foreach (var (piece, raised) in Pieces(text))
        {
            if (raised)
            {
                page.Raw("<sup>").Text(piece).Raw("</sup>");
            }
            else
            {
                page.Text(piece);
            }
        }
    }

    [GeneratedRegex(@"\^(\([^()]{1,20}\)|[-−+]?(\d+([./]\d+)*|[A-Za-z]\b))")]
    private static partial Regex Exponent();
}
