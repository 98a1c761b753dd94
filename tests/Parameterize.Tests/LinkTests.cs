using System.Text.RegularExpressions;
using Parameterize.Site;
using Parameterize.TestKit;

namespace Parameterize.Tests;

/// <summary>Every link from a page of this repository to another one, or to a heading, arrives: as GitHub names headings.</summary>
public partial class LinkTests
{
    private static readonly Lazy<IReadOnlyList<string>> s_pages = new(() =>
    [
        "README.md", "CHANGELOG.md",
        .. Below("docs", SearchOption.AllDirectories),
        .. Directory.GetDirectories(Path.Combine(Repository.Root, "src")).SelectMany(room => Below(room, SearchOption.TopDirectoryOnly)),
    ]);

    [Fact]
    public void Links_arrive()
    {
        Assert.True(s_pages.Value.Count > 60, $"Only {s_pages.Value.Count} pages.");
        Assert.Empty(
            from page in s_pages.Value
            from link in PageLinks.Of(Read(page))
            where !link.LeadsElsewhere && !Arrives(page, link)
            select $"{page}: {link}");
    }

    [Theory]
    [InlineData("See [a](b.md#c) and ![d](e.svg \"f\").", "b.md#c e.svg#")]
    [InlineData("`[not](one.md)`, but [`code`](two.md).", "two.md#")]
    [InlineData("```\n[not](one.md)\n```\n[one](three.md)", "three.md#")]
    [InlineData("[elsewhere](https://example.com/x)", "")]
    [InlineData("A list `a[0]` and [`a[1]`](#b)", "#b")]
    public void Links_are_found(string text, string expected) => Assert.Equal(
        expected, string.Join(' ', PageLinks.Of(text).Where(link => !link.LeadsElsewhere).Select(link => $"{link.Path}#{link.Anchor}")));

    [Theory]
    [InlineData("Which base width?", "which-base-width")]
    [InlineData("A test's `name`, with a [link](to.md)", "a-tests-name-with-a-link")]
    [InlineData("m and q", "m-and-q")]
    public void Headings_are_named_as_on_GitHub(string heading, string anchor) => Assert.Equal(anchor, Anchor(heading));

    private static bool Arrives(string page, PageLink link)
    {
        var file = link.Path.Length == 0 ? page : Path.GetRelativePath(
            Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, link.Path)));
        return !file.StartsWith("..", StringComparison.Ordinal)
            && Path.Exists(Path.Combine(Repository.Root, file))
            && (link.Anchor.Length == 0 || Headings(Read(file)).Contains(link.Anchor));
    }

    private static IEnumerable<string> Headings(string text) =>
        Heading().Matches(Block().Replace(text, "")).Select(match => Anchor(match.Groups[1].Value));

    private static string Anchor(string heading) => NoPartOfAnchors()
        .Replace(LinkedText().Replace(heading.Trim(), "$1").ToLowerInvariant(), "").Replace(' ', '-');

    private static string Read(string page) => File.ReadAllText(Path.Combine(Repository.Root, page)).ReplaceLineEndings("\n");

    private static IEnumerable<string> Below(string folder, SearchOption depth) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.md", depth)
            .Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal);

    [GeneratedRegex("^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex LinkedText();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoPartOfAnchors();
}
