using Parameterize.Site;
using Parameterize.TestKit;

namespace Parameterize.Tests;

/// <summary>What <c>./build.sh docs</c> gives docfx: all pages, none of whose links leads to a file that the site has not.</summary>
public sealed class SitePagesTests : IDisposable
{
    private const string Sources = "https://example.com/owner/name/blob/0123abc";

    private readonly TemporaryDirectory _target = new();

    public void Dispose() => _target.Dispose();

    [Fact]
    public void Every_guide_has_its_place() => Assert.Empty(new SitePages(Repository.Root, Sources).WithoutPlace);

    [Fact]
    public void Guide_without_a_place_is_named()
    {
        Write("docs/guides/here.md", "# Here");
        Write("docs/guides/lost.md", "# Lost");
        Write("docs/guides/toc.yml", "- href: here.md\n");
        Assert.Equal(["docs/guides/lost.md"], new SitePages(_target.Path, Sources).WithoutPlace);
    }

    [Theory]
    [InlineData(Sources)]
    [InlineData(null)]
    public void No_link_leads_out_of_the_site(string? sources)
    {
        new SitePages(Repository.Root, sources).WriteTo(_target.Path);
        var pages = Directory.GetFiles(_target.Path, "*.md", SearchOption.AllDirectories);
        Assert.True(pages.Length > 60, $"Only {pages.Length} pages.");
        var links = (
            from page in pages
            from link in PageLinks.Of(File.ReadAllText(page))
            select (Page: page, Link: link)).ToArray();
        Assert.DoesNotContain(links, one => !one.Link.LeadsElsewhere && !File.Exists(TargetOf(one.Page, one.Link)));
        Assert.Equal(sources is not null, links.Any(one => one.Link.Path == $"{Sources}/src/Parameterize/Scaling/Rules/ScalingRule.cs"));
    }

    [Fact]
    public void Readme_is_the_index()
    {
        new SitePages(Repository.Root, Sources).WriteTo(_target.Path);
        Assert.Contains(PageLinks.Of(Read("docs/guides/using.md")), link => link.Path == "../../index.md");
        Assert.Contains(PageLinks.Of(Read("index.md")), link => link.Path == "docs/diagnostics/index.md");
        Assert.StartsWith("- href: index.md\n- href: PMZ0001.md\n", Read("docs/diagnostics/toc.yml"), StringComparison.Ordinal);
    }

    private string TargetOf(string page, PageLink link) =>
        link.Path.Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, link.Path);

    private string Read(string page) => File.ReadAllText(_target.File(page));

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_target.File(name))!);
        File.WriteAllText(_target.File(name), text);
    }
}
