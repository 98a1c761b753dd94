using Parameterize.Benchmarks.Slopes;
using Parameterize.TestKit;

namespace Parameterize.Benchmarks.Tests;

/// <summary>The guide on roles has a row for each layer of the models whose code it quotes.</summary>
public sealed class RolesGuideTests
{
    private static readonly string s_guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "guides", "roles.md"));

    [Fact]
    public void Its_table_has_a_row_for_each_layer_that_is_shown_under_each_optimizer() => Assert.All(
        SlopeSubjects.All.SelectMany(subject =>
            subject.Shown.SelectMany(layer =>
                new[] { "Adam", "SGD" }.Select(optimizer => $"\n| {subject.Name} | `{layer}` | {optimizer} | "))),
        row => Assert.Contains(row, s_guide, StringComparison.Ordinal));
}
