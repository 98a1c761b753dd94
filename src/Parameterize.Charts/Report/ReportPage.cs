using System.Globalization;
using Parameterize.Charts.Live;
using Parameterize.Charts.Svg;

namespace Parameterize.Charts.Report;

/// <summary>
/// A report in one HTML file: nothing is loaded from elsewhere, it follows the reader's light or dark setting, reads on a phone and on a
/// desk, and holds no date: the same numbers give the same bytes. A script of its own tells values, zooms and saves; without it the page is
/// whole.
/// </summary>
/// <param name="title">Title of the page.</param>
public sealed class ReportPage(string title)
{
    private const int OpenTableUpTo = 12;
    private readonly List<ReportSection> _sections = [];

    /// <summary>What the page is about, under the title; paragraphs are separated by a blank line.</summary>
    public string Introduction { get; init; } = "";

    /// <summary>The command that makes the page again, at its end; empty for none. A section may have one of its own.</summary>
    public string Command { get; set; } = "";

    /// <summary>The verdicts of all tables, counted.</summary>
    public VerdictTally Tally { get; private set; }

    /// <summary>Adds a section.</summary>
    /// <param name="heading">Its heading, to which is added how many verdicts of the table hold, unless it is a sentence by itself.</param>
    /// <param name="prose">What is to be seen: plain text with `code` and raised exponents (n^-1/2).</param>
    /// <param name="figure">A chart or grid of charts, if any.</param>
    /// <param name="table">Its numbers; null for those of the figure itself.</param>
    /// <param name="command">The command that made it, for a reader to repeat.</param>
    public ReportPage Section(string heading, string prose, Figure? figure = null, ReportTable? table = null, string? command = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(heading);
        ArgumentNullException.ThrowIfNull(prose);
        var found = table is null ? default : VerdictTally.Of(table);
        var said = found.Total == 0 || heading.EndsWith('.') ? heading : $"{heading}: {found}";
        _sections.Add(new ReportSection(said, prose, figure, table ?? figure?.ToTable(), command));
        Tally += found;
        return this;
    }

    /// <summary>The page as text.</summary>
    public string ToHtml()
    {
        var page = new MarkupWriter().Raw("<!DOCTYPE html>\n");
        page.Open("html", ("lang", "en"), ("xmlns", "http://www.w3.org/1999/xhtml")).Open("head");
        page.Empty("meta", ("charset", "utf-8"));
        page.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        page.Empty("meta", ("name", "color-scheme"), ("content", "light dark"));
        page.Element("title", title);
        page.Open("style").Raw(Theme.Page).Close().Close();
        page.Open("body").Open("header").Element("h1", title);
        if (Tally.Total > 0)
        {
            page.Element("p", $"{Tally}.", ("class", "tally"));
        }

        Prose.Write(page, Introduction);
        WriteContents(page);
        page.Close().Open("main");
        for (var i = 0; i < _sections.Count; i++)
        {
            Write(page, _sections[i], Id(i));
        }

        WriteCommand(page, Command);
        page.Close();
        if (_sections.Any(section => section.Figure is not null))
        {
            // To XML, text as it is; to HTML, a comment in front and one behind.
            page.Raw($"<script>//<![CDATA[\n{PageScript.Text}//]]></script>\n");
        }

        return page.Close().Close().ToString();
    }

    /// <summary>Writes the page: to a file beside it, then moved over it, so that a reader never sees half a page.</summary>
    public void Write(string path) => AtomicFile.Write(path, ToHtml());

    private void WriteContents(MarkupWriter page)
    {
        if (_sections.Count < 3)
        {
            return;
        }

        page.Open("nav", ("aria-label", "Contents")).Open("ul");
        for (var i = 0; i < _sections.Count; i++)
        {
            page.Open("li").Open("a", ("href", $"#{Id(i)}"));
            RaisedText.WriteHtml(page, _sections[i].Heading);
            page.Close().Close();
        }

        page.Close().Close();
    }

    private static void Write(MarkupWriter page, ReportSection section, string id)
    {
        page.Open("section", ("id", id), ("aria-labelledby", $"{id}-heading"));
        page.Open("h2", ("id", $"{id}-heading"));
        RaisedText.WriteHtml(page, section.Heading);
        page.Close();
        Prose.Write(page, section.Prose);
        section.Figure?.WriteHtml(page, id);
        if (section.Table is { Rows.Count: > 0 } table)
        {
            WriteTable(page, table, underFigure: section.Figure is not null);
        }

        WriteCommand(page, section.Command);
        page.Close();
    }

    private static void WriteCommand(MarkupWriter page, string? command)
    {
        if (string.IsNullOrEmpty(command))
        {
            return;
        }

        page.Open("div", ("class", "command")).Text("Made by").Open("pre").Element("code", command).Close().Close();
    }

    private static void WriteTable(MarkupWriter page, ReportTable table, bool underFigure)
    {
        if (!underFigure)
        {
            table.WriteHtml(page);
            return;
        }

        if (table.Rows.Count <= OpenTableUpTo)
        {
            page.Open("details", ("open", "open"));
        }
        else
        {
            page.Open("details");
        }

        page.Element("summary", string.Create(CultureInfo.InvariantCulture, $"The numbers ({table.Rows.Count} rows)"));
        table.WriteHtml(page);
        page.Close();
    }

    private static string Id(int section) => FormattableString.Invariant($"s{section + 1}");
}
