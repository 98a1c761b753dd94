using System.Text.RegularExpressions;

namespace Parameterize.Site;

/// <summary>A link of a Markdown page.</summary>
/// <param name="Text">What is shown.</param>
/// <param name="Path">What it leads to, from the page's folder; empty for a heading of the same page.</param>
/// <param name="Anchor">The heading's name behind <c>#</c>; empty where there is none.</param>
internal readonly record struct PageLink(string Text, string Path, string Anchor)
{
    /// <summary>Whether it leads out of the repository.</summary>
    public bool LeadsElsewhere => Path.Contains("://", StringComparison.Ordinal);
}

/// <summary>The links of a Markdown page: those that are shown as such, and none of what looks like one in code.</summary>
internal static partial class PageLinks
{
    /// <summary>All links, in the order in which they are read.</summary>
    public static IReadOnlyList<PageLink> Of(string page) =>
        [.. LinkOrCode().Matches(page).Where(IsLink).Select(Link)];

    /// <summary>The page with other links.</summary>
    /// <param name="page">Markdown.</param>
    /// <param name="other">What stands in a link's place, in Markdown; null for what was there.</param>
    public static string Replace(string page, Func<PageLink, string?> other) =>
        LinkOrCode().Replace(page, match => IsLink(match) ? other(Link(match)) ?? match.Value : match.Value);

    private static bool IsLink(Match match) => match.Groups["target"].Success;

    private static PageLink Link(Match match)
    {
        var target = match.Groups["target"].Value.Split('#', 2);
        return new(match.Groups["text"].Value, target[0], target.Length == 2 ? target[1] : "");
    }

    // From the left: a block of code, a link whose text may have code in it, or code. What begins first wins.
    [GeneratedRegex(
        @"^```.*?^```|\[(?<text>(?:`[^`\n]*`|[^\[\]`])*)\]\((?<target>[^)\s]+)[^)\n]*\)|`[^`\n]*`",
        RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex LinkOrCode();
}
