using System.Text.RegularExpressions;

namespace Parameterize.Generators.Tests;

/// <summary>
/// The README's class is the one that the snapshot is of which the README quotes: that quotation is a block with a rule of its own.
/// </summary>
public partial class ReadmeTests
{
    [Fact]
    public void The_annotated_class_is_the_one_that_the_snapshot_is_of()
    {
        var shown = WithoutComments("[Parameterize(" + CodeBlocks()[0].Split("\n[Parameterize(")[1]);

        Assert.Contains(Squeezed(shown), Squeezed(Sources.Mlp), StringComparison.Ordinal);
    }

    private static string[] CodeBlocks() =>
        [.. Block().Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md"))).Select(match => match.Groups[1].Value.Trim())];

    private static string WithoutComments(string code) => Comment().Replace(code, "");

    private static string Squeezed(string code) => Space().Replace(code, " ");

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(" *//[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
