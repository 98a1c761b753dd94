using Parameterize.Experiments;
using Parameterize.Training.Tests.Models;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace Parameterize.Training.Tests;

/// <summary>
/// Two towers by their product, widths 64 to 512, ten steps: the towers change like n^(r - 1/2), the product by 1 at every richness and
/// from n^-r at init, as a readout's output does. Over the root of the width it grows.
/// </summary>
[Collection("torch")]
public sealed class DotSlopeTests(ITestOutputHelper output)
{
    private const double Tolerance = 0.1;

    [Theory]
    [InlineData("SGD", 0.0)]
    [InlineData("SGD", 0.25)]
    [InlineData("SGD", 0.5)]
    [InlineData("Adam", 0.0)]
    [InlineData("Adam", 0.25)]
    [InlineData("Adam", 0.5)]
    public void The_product_changes_by_one_and_the_towers_by_the_richness(string optimizer, double richness)
    {
        var slopes = Slopes(optimizer, richness, isOverRoot: false);
        Assert.All(["_left", "_leftVector", "_right", "_rightVector"], layer => Near(richness - 0.5, slopes[layer]));
        Near(0, slopes["change"]);
        Near(-richness, slopes["init"]);
    }

    [Theory]
    [InlineData("SGD")]
    [InlineData("Adam")]
    public void Over_the_root_of_the_width_it_grows(string optimizer) =>
        Assert.InRange(Slopes(optimizer, 0.5, isOverRoot: true)["change"], 0.25, 1.25);

    [Theory]
    [InlineData(0, false)]
    [InlineData(0.5, false)]
    [InlineData(0.5, true)]
    public void A_coordinate_check_measures_the_product_that_it_is_told_of(double richness, bool isOverRoot)
    {
        var product = CoordinateCheck.Of(width => new TwoTowers(width, richness, isOverRoot))
            .Widths(64, 512).Seeds(3).Steps(10)
            .Optimizer(model => model.Adam(0.002, eps: 1e-20))
            .Dots("_product")
            .Task(new TrainingTask(
                (seed, _) => (randn([32, 32], generator: new Generator((ulong)seed)), arange(32, ScalarType.Int64)),
                (output, partners) => nn.functional.cross_entropy(output, partners)))
            .RunOnAllCores()
            .Slopes.Where(slope => slope.Layer == "_product").ToArray();
        output.WriteLine(string.Join(", ", product.Select(slope => FormattableString.Invariant($"{slope.Quantity} {slope.Slope:F3}"))));

        Assert.Equal(
            [(SlopeQuantity.Output, -richness), (SlopeQuantity.OutputChange, 0)],
            product.Select(slope => (slope.Quantity, slope.Predicted)));
        if (isOverRoot)
        {
            Assert.Equal(SlopeOutcome.Fail, product[1].Outcome(Tolerance));
        }
        else
        {
            Assert.All(product, slope => Assert.InRange(slope.Slope - slope.Predicted, -0.15, 0.15)); // three seeds: 0.04 by chance
        }
    }

    /// <summary>A cosine is of size n^-1/2 at init and changes like n^(r - 1/2): n^(1/2 - r) is what it lacks.</summary>
    [Theory]
    [InlineData(OptimizerFamily.SgdLike, 0)]
    [InlineData(OptimizerFamily.SgdLike, 0.25)]
    [InlineData(OptimizerFamily.SgdLike, 0.5)]
    [InlineData(OptimizerFamily.AdamLike, 0)]
    public void A_cosine_is_as_a_product_once_it_has_what_it_lacks(OptimizerFamily family, double richness)
    {
        var slopes = Cosines(family, richness, isScaled: true);
        Assert.All(slopes.Where(slope => slope.Quantity == SlopeQuantity.HiddenChange), slope => Near(richness - 0.5, slope.Slope));

        // A bare one misses by 1/2 - r. Of three seeds one pair of vectors each is of -0.12 by chance, and a readout's change of -0.1.
        Assert.All(
            slopes.Where(slope => slope.Layer == "_product"), slope => Assert.InRange(slope.Slope - slope.Predicted, -0.2, 0.2));
    }

    [Fact]
    public void A_bare_cosine_hardly_learns_below_one_half() => Assert.InRange(
        Assert.Single(
            Cosines(OptimizerFamily.AdamLike, 0, isScaled: false), slope => slope.Quantity == SlopeQuantity.OutputChange).Slope,
        -1.25, -0.4);

    [Fact]
    public void A_module_that_is_not_called_cannot_be_told_of()
    {
        var check = CoordinateCheck.Of(width => new TwoTowers(width, 0.5))
            .Widths(64, 128).Seeds(2).Steps(1).Optimizer(model => model.SGD(0.1)).Dots("_prodcut")
            .Task(new TrainingTask(
                (_, _) => (randn(8, 32), arange(8)), (output, partners) => nn.functional.cross_entropy(output, partners)));
        var thrown = Assert.Throws<InvalidOperationException>(() => check.Run());
        Assert.Contains("'TwoTowers' called no module _prodcut", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void At_base_width_it_is_the_root()
    {
        using var tower = new TwoTowers(64, 0.3);
        Assert.Equal(1 / Math.Sqrt(64), tower.DotScale);
        Assert.Equal(1, tower.BareDotScale);
        using var wide = new TwoTowers(256, 0.25);
        Assert.Equal(Math.Pow(4, -0.75), wide.BareDotScale, 15);
        Assert.Equal(wide.BareDotScale / 8, wide.DotScale, 15);
        Assert.Equal(wide.DotScale, wide.Parameterization.Scales["DotScale"]);
    }

    [Fact]
    public void In_a_model_with_another_base_it_is_the_root_there()
    {
        using var atBase = new HeldTowers(16);
        Assert.Equal(1 / Math.Sqrt(128), atBase.Towers.DotScale, 15);
        Assert.Equal(1, atBase.Towers.BareDotScale);
        using var wide = new HeldTowers(64);
        Assert.Equal(0.25 / Math.Sqrt(128), wide.Towers.DotScale, 15);
        Assert.Equal(0.25, wide.Towers.BareDotScale, 15);
    }

    private IReadOnlyList<CoordinateSlope> Cosines(OptimizerFamily family, double richness, bool isScaled)
    {
        var slopes = CoordinateCheck.Of(width => new CosineTowers(width, richness, isScaled))
            .Widths(64, 512).Seeds(3).Steps(10)
            .Optimizer(model => family == OptimizerFamily.SgdLike ? model.SGD(0.1) : model.Adam(0.002, eps: 1e-20))
            .Family(family)
            .Dots("_product")
            .Task(new TrainingTask(
                (seed, _) => (randn([32, 32], generator: new Generator((ulong)seed)), arange(32, ScalarType.Int64)),
                (output, partners) => nn.functional.cross_entropy(output, partners)))
            .RunOnAllCores().Slopes;
        output.WriteLine(string.Join(
            ", ", slopes.Select(slope => FormattableString.Invariant($"{slope.Layer} {slope.Quantity} {slope.Slope:F3}"))));
        return slopes;
    }

    private static void Near(double predicted, double slope) => Assert.InRange(slope, predicted - Tolerance, predicted + Tolerance);

    private Dictionary<string, double> Slopes(string optimizer, double richness, bool isOverRoot)
    {
        var sizes = (from width in new long[] { 64, 128, 256, 512 }
                     from seed in new[] { 1, 2, 3 }
                     from size in Sizes(optimizer, width, richness, seed, isOverRoot)
                     select (size.Key, Observation: new Observation(width, seed, size.Value))).ToArray();
        var fits = sizes.GroupBy(size => size.Key)
            .ToDictionary(size => size.Key, size => LogLogFit.Of(size.Select(one => one.Observation)));
        var slopes = fits.Select(fit => FormattableString.Invariant(
            $"{fit.Key} {fit.Value.Slope:F3} +- {fit.Value.StandardError:F3}"));
        output.WriteLine($"{optimizer} r={richness}: {string.Join(", ", slopes)}");
        return fits.ToDictionary(fit => fit.Key, fit => fit.Value.Slope);
    }

    /// <summary>The change of each layer and of the product, and the product at init.</summary>
    private static Dictionary<string, double> Sizes(string optimizer, long width, double richness, int seed, bool isOverRoot)
    {
        using var scope = NewDisposeScope();
        using var model = SeededModels.Build(seed, () => new TwoTowers(width, richness, isOverRoot));
        using optim.Optimizer stepper = optimizer == "SGD" ? model.SGD(0.1) : model.Adam(0.002, eps: 1e-20);
        using var generator = new Generator((ulong)seed);
        var pairs = randn([32, 32], generator: generator);
        var partners = arange(32, ScalarType.Int64);
        var before = Signals.Of(model, pairs);
        for (var step = 0; step < 10; step++)
        {
            using var inner = NewDisposeScope();
            stepper.zero_grad();
            nn.functional.cross_entropy(model.call(pairs), partners).backward();
            stepper.step();
        }

        var after = Signals.Of(model, pairs);
        return before.Keys.ToDictionary(layer => layer.Length == 0 ? "change" : layer, layer => Signals.Change(before[layer], after[layer]))
            .Append(new("init", RootMeanSquare.Of(before[""]))).ToDictionary(size => size.Key, size => size.Value);
    }
}
