using System.Text.RegularExpressions;
using Parameterize.Benchmarks.Slopes;
using Parameterize.TestKit;

namespace Parameterize.Benchmarks.Tests;

/// <summary>
/// The guide on roles shows code that compiles, since it is that of the models that are trained, and has a row for each of their layers.
/// </summary>
public sealed partial class RolesGuideTests
{
    private static readonly string s_guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "guides", "roles.md"));

    [Fact]
    public void Its_code_is_that_of_the_models()
    {
        var models = Path.Combine(Repository.Root, "benchmarks", "Parameterize.Benchmarks", "Slopes", "Models");
        var written = Squeezed(string.Join("\n", Directory.EnumerateFiles(models, "*.cs").Select(File.ReadAllText)));
        var blocks = Block().Matches(s_guide).Select(match => match.Groups[1].Value).ToArray();
        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.Contains(Squeezed(block), written, StringComparison.Ordinal));
    }

    [Fact]
    public void Its_table_has_a_row_for_each_layer_that_is_shown_under_each_optimizer() => Assert.All(
        SlopeSubjects.All.SelectMany(subject =>
            subject.Shown.SelectMany(layer =>
                new[] { "Adam", "SGD" }.Select(optimizer => $"\n| {subject.Name} | `{layer}` | {optimizer} | "))),
        row => Assert.Contains(row, s_guide, StringComparison.Ordinal));

    private static string Squeezed(string code) => Space().Replace(code.Trim(), " ");

    [GeneratedRegex("```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
