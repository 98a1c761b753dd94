using Parameterize.Charts.Svg;

namespace Parameterize.Charts.Report;

/// <summary>Plain text with three marks: a blank line starts a paragraph, `backticks` are code, ^ raises an exponent.</summary>
internal static class Prose
{
    public static void Write(MarkupWriter page, string text)
    {
        foreach (var paragraph in text.ReplaceLineEndings("\n")
            .Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            page.Open("p");
            WriteInline(page, paragraph);
            page.Close();
        }
    }

    public static void WriteInline(MarkupWriter page, string text)
    {
        var pieces = text.Split('`');
        for (var i = 0; i < pieces.Length; i++)
        {
            // An odd backtick is a backtick.
            if (i % 2 == 1 && i < pieces.Length - 1)
            {
                page.Raw("<code>").Text(pieces[i]).Raw("</code>");
            }
            else
            {
                RaisedText.WriteHtml(page, i % 2 == 1 ? "`" + pieces[i] : pieces[i]);
            }
        }
    }
}
