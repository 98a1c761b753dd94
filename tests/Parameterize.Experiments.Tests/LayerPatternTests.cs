using static TorchSharp.torch.nn;

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
        Assert.Equal(
            [true, true, false, true],
            new[] { "_layers.*", "_blocks.*._query", "_block._query", "_layers.^1" }.Select(LayerPattern.IsInList));

    [Fact]
    public void Places_from_the_end_come_before_those_in_front_and_classes_tell_the_rest()
    {
        using var model = Sequential(Sequential(Linear(1, 1), GELU(), LayerNorm(1), Linear(1, 1), Linear(1, 1)));
        var names = LayerPattern.Resolve(model, ["0.0", "0.*(Linear)", "0.*(LayerNorm)", "0.^1(Linear)", "0.^9"]);
        Assert.Equal(["0.0"], names["0.0"]);
        Assert.Equal(["0.3"], names["0.*(Linear)"]);
        Assert.Equal(["0.2"], names["0.*(LayerNorm)"]);
        Assert.Equal(["0.4"], names["0.^1(Linear)"]);
        Assert.Empty(names["0.^9"]);

        using var alone = Sequential(Sequential(Linear(1, 1)));
        Assert.Equal(["0.0"], LayerPattern.Resolve(alone, ["0.0", "0.^1"])["0.^1"]);
    }
}
