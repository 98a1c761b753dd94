namespace Parameterize.Experiments.Tests;

public sealed class LayerPatternTests
{
    [Theory]
    [InlineData("_mix", "_mix", true)]
    [InlineData("_mix", "_mixer", false)]
    [InlineData("_layers.*", "_layers.3", true)]
    [InlineData("_layers.*", "_layers", false)]
    [InlineData("_layers.*", "_layers.3._query", false)]
    [InlineData("_blocks.*._query", "_blocks.0._query", true)]
    [InlineData("_blocks.*._query", "_blocks.0._key", false)]
    [InlineData("_blocks.*._query", "_blocks.0.1._query", false)]
    [InlineData("_stages.*._blocks.*._query", "_stages.1._blocks.12._query", true)]
    [InlineData("*", "_mix", true)]
    public void A_star_is_one_part_of_a_path(string pattern, string name, bool matches) =>
        Assert.Equal(matches, LayerPattern.Matches(pattern, name));

    [Fact]
    public void A_star_tells_a_list() =>
        Assert.Equal([true, true, false], new[] { "_layers.*", "_blocks.*._query", "_block._query" }.Select(LayerPattern.IsInList));
}
