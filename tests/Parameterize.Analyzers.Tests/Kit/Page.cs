using System.Reflection;
using System.Text.RegularExpressions;

namespace Parameterize.Analyzers.Tests.Kit;

/// <summary>The page of a rule, and the other files of the repository that speak of rules.</summary>
internal sealed record Page(string Id, string Text)
{
    public static readonly string Root = typeof(Page).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static IEnumerable<Page> All => Directory.EnumerateFiles(Path.Combine(Root, "docs", "diagnostics"), "PMZ*.md")
        .Select(path => new Page(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path)))
        .OrderBy(page => page.Id, StringComparer.Ordinal);

    public static string Index => File.ReadAllText(Path.Combine(Root, "docs", "diagnostics", "README.md"));

    public static string Releases =>
        File.ReadAllText(Path.Combine(Root, "generators", "Parameterize.Generators", "AnalyzerReleases.Shipped.md"))
        + File.ReadAllText(Path.Combine(Root, "generators", "Parameterize.Generators", "AnalyzerReleases.Unshipped.md"));

    public string Wrong => Example("Wrong");

    public string Right => Example("Right");

    /// <summary>What the page says of the code fix.</summary>
    public string CodeFix => Regex.Match(Text, @"^Severity: \w+\. Code fix: (.+)\.$", RegexOptions.Multiline).Groups[1].Value;

    public static Page Of(string id) => All.Single(page => page.Id == id);

    private string Example(string name) =>
        Regex.Match(Text, name + @":\n\n```csharp\n(.+?)\n```", RegexOptions.Singleline) is { Success: true } match
            ? match.Groups[1].Value + "\n"
            : throw new InvalidOperationException($"The page of {Id} has no example '{name}'.");
}
