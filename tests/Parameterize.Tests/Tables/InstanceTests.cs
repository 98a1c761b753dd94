using Parameterize.Scaling.Rules;

namespace Parameterize.Tests.Tables;

/// <summary>A class in one of its instances: widths that do not grow there, and bases that are others.</summary>
public class InstanceTests
{
    private static readonly ModelScaling s_block = new ModelScaling("Block", "n", new ScalingOptions { Gauge = Gauge.LearningRate })
        .With("table.weight", ParameterKind.Input, fanOut: "n")
        .With("norm.weight", ParameterKind.Vector, fanOut: "n")
        .With("up.weight", ParameterKind.Hidden, fanIn: "n", fanOut: "h", drawFanIn: "n")
        .With("up.bias", ParameterKind.Vector, fanOut: "h", drawFanIn: "n")
        .With("head.weight", ParameterKind.Output, fanIn: "h", drawFanIn: "h")
        .With("temperature", ParameterKind.Finite);

    [Theory]
    [InlineData("n = 1, h = width", "Finite, Finite, Input, Vector, Output, Finite")]
    [InlineData("n = width, h = 1", "Input, Vector, Output, Finite, Finite, Finite")]
    [InlineData("n = 1, h = 1", "Finite, Finite, Finite, Finite, Finite, Finite")]
    [InlineData("n = width, h = width", "Input, Vector, Hidden, Vector, Output, Finite")]
    public void A_tensor_is_of_the_kind_that_its_growing_sides_make_it(string symbols, string kinds)
    {
        var outer = new ModelScaling("Net", "width", new ScalingOptions { Gauge = Gauge.LearningRate }).WithNested("b", s_block, symbols);

        Assert.Equal(kinds, string.Join(", ", outer.Tensors.Select(tensor => tensor.Kind)));
    }

    /// <summary>A block built at twice the base width claims the same sizes in words of the base: 256 q at base 64 is 128 q at base 32.</summary>
    [Theory]
    [InlineData("256 q, 64 m", 1, 1, "256 q, 64 m")]
    [InlineData("256 q, 64 m", 0.5, 0.25, "64 q, 32 m")]
    [InlineData("256 q, 64 m, 3, *, ...", 2, 1, "256 q, 128 m, 3, *, ...")]
    [InlineData("256 q, 5 m", 0.5, 1, "256 q, ? m")] // no whole number
    [InlineData("6 q, 49 m", 1.0 / 7, 1.0 / 3, "2 q, 7 m")] // but for the last bit of a quotient
    [InlineData("4 q, 3 m, 5 m", 2, 3, "12 q, ? m, ? m")] // which of the two grew is not known
    [InlineData("? q, ? m", 2, 3, "? q, ? m")]
    public void Sizes_are_claimed_in_words_of_another_base(string claim, double fanIn, double fanOut, string there)
    {
        var table = Table(claim, fanIn: 1, fanOut: 1).WithSizesOf(Table(claim, fanIn, fanOut));

        Assert.Equal(there, table["w"].Shape!.ToString());
        Assert.Same(table, table.WithSizesOf(null));

        static ModelParameterization Table(string claim, double fanIn, double fanOut) => new(
            "Net", Gauge.LearningRate, 0.5, 1, 1, [new("w", ParameterKind.Hidden, new ParameterRule("hidden"), claim) { FanIn = fanIn, FanOut = fanOut }]);
    }
}
