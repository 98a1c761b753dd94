using System.Text.RegularExpressions;

namespace Parameterize.TestKit;

/// <summary>
/// A fenced block of a page. What it needs besides its text stands in a comment in the line above it, which readers of the page do not see.
/// </summary>
/// <param name="Page">The page, from the repository's root.</param>
/// <param name="Line">The line of the block's first one, from 1.</param>
/// <param name="Language">What follows the fence; empty where nothing does.</param>
/// <param name="Text">What is between the fences.</param>
/// <param name="Rule">What the comment says, as <c>context: NAME</c>; empty where there is none.</param>
internal sealed partial record FencedBlock(string Page, int Line, string Language, string Text, string Rule)
{
    private static readonly string[] s_shells = ["sh", "bash"];

    /// <summary>The README, the guides and the READMEs of packages. Pages of diagnostics have tests of their own.</summary>
    public static IReadOnlyList<FencedBlock> All { get; } =
    [
        .. new[] { "README.md", "docs/diagnostics/README.md" }
            .Concat(Files("docs/guides", "*.md", SearchOption.TopDirectoryOnly))
            .Concat(Files("src", "README.md", SearchOption.AllDirectories))
            .SelectMany(Of),
    ];

    /// <summary>Whether it is C#.</summary>
    public bool IsCode => Language == "csharp";

    /// <summary>Whether it is commands, or a session: commands behind <c>$</c>, and what they print.</summary>
    public bool IsShell => s_shells.Contains(Language) || IsSession;

    /// <summary>Whether it shows commands behind <c>$</c>, and what they print.</summary>
    public bool IsSession => Language.Length == 0 && Text.StartsWith("$ ", StringComparison.Ordinal);

    /// <summary>Where it stands.</summary>
    public string Place => FormattableString.Invariant($"{Page}:{Line}");

    /// <summary>What a rule of some sort names; null where the block has none of that sort.</summary>
    public string? Named(string rule) => Rule.StartsWith(rule + ": ", StringComparison.Ordinal) ? Rule[(rule.Length + 2)..] : null;

    /// <summary>The blocks of a page, in their order.</summary>
    public static IEnumerable<FencedBlock> Of(string page)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, page)).ReplaceLineEndings("\n");
        return Fence().Matches(text).Select(match => new FencedBlock(
            page,
            text.AsSpan(0, match.Groups["text"].Index).Count('\n') + 1,
            match.Groups["language"].Value,
            match.Groups["text"].Value,
            match.Groups["rule"].Value));
    }

    public override string ToString() => Place;

    private static IEnumerable<string> Files(string folder, string pattern, SearchOption depth) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, depth)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    [GeneratedRegex(
        @"^(<!-- (?<rule>[^\n]*) -->\n)?```(?<language>\w*)\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();
}
