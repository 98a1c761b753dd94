namespace Parameterize.Site;

/// <summary>
/// The repository's pages, as docfx makes a site of them. They are the pages that are read on the repository's host, but for two things:
/// a folder's README is its index, and a link to a source leads to the host, or is its text alone where no host is known.
/// </summary>
/// <param name="root">The repository's folder.</param>
/// <param name="sources">Where the host shows sources, at one commit; null where it is not known.</param>
internal sealed class SitePages(string root, string? sources)
{
    /// <summary>The guides, in the order in which the site shows them.</summary>
    public const string GuidesToc = "docs/guides/toc.yml";

    private const string Readme = "README.md";
    private const string DiagnosticsToc = "docs/diagnostics/toc.yml";

    private readonly string[] _pages = [Readme, "CHANGELOG.md", .. Below(root, "docs", "*.md")];

    /// <summary>Guides that no reader of the site would find.</summary>
    public IReadOnlyList<string> WithoutPlace
    {
        get
        {
            var named = File.ReadAllLines(Path.Combine(root, GuidesToc)).ToHashSet();
            return [.. Below(root, "docs/guides", "*.md").Where(page => !named.Contains($"- href: {Path.GetFileName(page)}"))];
        }
    }

    /// <summary>Writes all pages, and what they show, to a folder, in place of what it had.</summary>
    public void WriteTo(string target)
    {
        if (Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }

        foreach (var page in _pages)
        {
            Write(Renamed(page), PageLinks.Replace(Read(page), link => Rewritten(page, link)));
        }

        foreach (var picture in Below(root, "docs", "*.svg"))
        {
            Write(picture, Read(picture));
        }

        Write("toc.yml", Read("docs/toc.yml"));
        Write(GuidesToc, Read(GuidesToc));
        Write(DiagnosticsToc, string.Concat(
            Below(root, "docs/diagnostics", "*.md").OrderBy(page => Path.GetFileName(page) != Readme)
                .Select(page => $"- href: {Path.GetFileName(Renamed(page))}\n")));

        void Write(string file, string text)
        {
            var path = Path.Combine(target, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    private string? Rewritten(string page, PageLink link)
    {
        if (link.LeadsElsewhere || link.Path.Length == 0)
        {
            return null;
        }

        var folder = Path.Combine(root, Path.GetDirectoryName(page)!);
        var path = Slashed(Path.GetRelativePath(root, Path.GetFullPath(Path.Combine(folder, link.Path))));
        var anchor = link.Anchor.Length > 0 ? "#" + link.Anchor : "";
        if (_pages.Contains(path))
        {
            return $"[{link.Text}]({Slashed(Path.GetRelativePath(folder, Path.Combine(root, Renamed(path))))}{anchor})";
        }

        return path.EndsWith(".svg", StringComparison.Ordinal) ? null
            : sources is null ? link.Text
            : $"[{link.Text}]({sources}/{path}{anchor})";
    }

    private string Read(string file) => File.ReadAllText(Path.Combine(root, file));

    private static string Renamed(string page) =>
        Path.GetFileName(page) == Readme ? page[..^Readme.Length] + "index.md" : page;

    private static IEnumerable<string> Below(string root, string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(root, folder), pattern, SearchOption.AllDirectories)
            .Select(file => Slashed(Path.GetRelativePath(root, file))).Order(StringComparer.Ordinal);

    private static string Slashed(string path) => path.Replace('\\', '/');
}
