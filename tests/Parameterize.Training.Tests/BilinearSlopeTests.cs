using System.Globalization;
using Parameterize.Experiments;
using Parameterize.Training.Tests.Models;
using Xunit.Abstractions;

namespace Parameterize.Training.Tests;

/// <summary>
/// A readout over the n^2 products of two vectors has the activity of either, so that each gets gradients of the size that its rate counts
/// on: with n^2r they would be n^-r too small under SGD, at every r but 0.
/// </summary>
[Collection("torch")]
public sealed class BilinearSlopeTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("SGD", 0.0)]
    [InlineData("SGD", 0.25)]
    [InlineData("SGD", 0.5)]
    [InlineData("Adam", 0.25)]
    public void Both_vectors_change_by_the_richness(string optimizer, double richness)
    {
        var isSgd = optimizer == "SGD";
        var result = CoordinateCheck.Of(width => new PairedVectors(width, richness))
            .Widths(32, 256).Seeds(3).Steps(10)
            .Optimizer(model => isSgd ? model.SGD(0.1) : model.Adam(1e-3))
            .Family(isSgd ? OptimizerFamily.SgdLike : OptimizerFamily.AdamLike)
            .Task(Classification.Task)
            .RunOnAllCores();
        Assert.Equal(["_pair"], result.Unmeasured); // it takes two inputs
        Assert.Contains("not measured", result.ToPage().ToHtml(), StringComparison.OrdinalIgnoreCase);

        var slopes = result.Slopes.Where(slope => slope.Quantity == SlopeQuantity.HiddenChange).ToArray();
        output.WriteLine(string.Join(", ", slopes.Select(slope => string.Create(
            CultureInfo.InvariantCulture, $"{slope.Layer} {slope.Slope:F3} +- {slope.StandardError:F3}"))));

        Assert.Equal(["_left", "_right"], slopes.Select(slope => slope.Layer));
        Assert.All(slopes, slope => Assert.InRange(slope.Slope, richness - 0.6, richness - 0.4));
    }

    [Fact]
    public void The_readouts_std_is_that_of_one_vectors_activity()
    {
        var row = PairedVectors.Scaling.Tensors.First(tensor => tensor.Name == "_pair.weight");
        Assert.Equal("n^2", row.Declaration.Ratios.FanIn.ToString());
        Assert.Equal("n^(-r - 1)", row.InitStd.ToString());
        Assert.Equal("n^-2", row.LearningRate(OptimizerFamily.SgdLike).ToString());

        using var model = new PairedVectors(128, 0.25);
        Assert.Equal(Math.Pow(4, -1.25), model.Parameterization["_pair.weight"].InitStd, 12);
    }
}
