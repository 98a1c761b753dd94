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
        var outer = new ModelScaling("Net", "width", new ScalingOptions { Gauge = Gauge.LearningRate })
            .WithNested("b", s_block, symbols);

        Assert.Equal(kinds, string.Join(", ", outer.Tensors.Select(tensor => tensor.Kind)));
    }

    /// <summary>
    /// The forward pass is the class's: where that multiplies by nothing, init and rate carry what the kind lacks; where it multiplies, the
    /// number is that of the kind which the tensor has there.
    /// </summary>
    [Theory]
    [InlineData(Gauge.TensorPrograms, false, "1", "width^-1")]
    [InlineData(Gauge.NeuralTangent, false, "width^-1", "1")]
    [InlineData(Gauge.NeuralTangent, true, "1", "width^-1")]
    public void A_readout_that_is_a_hidden_layer_of_its_class_has_a_multiplier_if_that_has_one(
        Gauge gauge, bool isFolded, string multiplier, string initStd)
    {
        var options = new ScalingOptions { Gauge = gauge };
        var block = new ModelScaling("Block", "n", options)
            .With("up.weight", ParameterKind.Hidden, fanIn: "n", fanOut: "h", isFolded: isFolded);
        var row = Assert.Single(new ModelScaling("Net", "width", options).WithNested("b", block, "n = width, h = 1").Tensors);

        Assert.Equal((ParameterKind.Output, multiplier, initStd), (row.Kind, row.Multiplier.ToString(), row.InitStd.ToString()));
    }

    /// <summary>Exponents of one's own are powers of n; where the class's n does not grow, of the first that does.</summary>
    [Theory]
    [InlineData("n = a, h = b", "a^-1")]
    [InlineData("h = b, n = a", "a^-1")]
    [InlineData("h = b, n = 1", "b^-1")]
    public void Exponents_of_one_s_own_are_powers_of_a_width_that_grows(string symbols, string multiplier)
    {
        var block = new ModelScaling("Block", "n", new ScalingOptions())
            .With("up.weight", ParameterKind.Hidden, fanIn: "n", fanOut: "h", exponents: "1, 0, 0, 0");
        var outer = new ModelScaling("Net", "a", new ScalingOptions()).WithNested("b", block, symbols);

        Assert.Equal(multiplier, Assert.Single(outer.Tensors).Multiplier.ToString());
    }

    /// <summary>A block built at twice the base width claims the same sizes in its words: 256 q at base 64 is 128 q at base 32.</summary>
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

        static ModelParameterization Table(string claim, double fanIn, double fanOut)
        {
            var row = new TensorParameterization("w", ParameterKind.Hidden, new("hidden"), claim) { FanIn = fanIn, FanOut = fanOut };
            return new("Net", Gauge.LearningRate, 0.5, 1, 1, [row]);
        }
    }
}
