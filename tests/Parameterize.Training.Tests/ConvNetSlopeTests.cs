using System.Globalization;
using Parameterize.Samples.ConvNet;
using Xunit.Abstractions;

namespace Parameterize.Training.Tests;

/// <summary>
/// The coordinate check of the residual convolutional sample: 16 to 128 channels on small images. Convolutions change like n^(r - 1/2),
/// inside blocks and outside, through norms and residual sums.
/// </summary>
[Collection("torch")]
public sealed class ConvNetSlopeTests(ITestOutputHelper output)
{
    /// <summary>
    /// Pooled features of different images are alike, so the first steps mostly undo what the readout says of all images at init, and
    /// how much that is depends on few random numbers: under SGD, which does not normalise it, slopes vary by 0.08 over six seeds.
    /// </summary>
    [Theory]
    [InlineData("Adam", 0, 0.1)]
    [InlineData("Adam", 0.25, 0.1)]
    [InlineData("Adam", 0.5, 0.1)]
    public void Convolutions_change_like_the_width_to_the_richness_minus_a_half(string optimizer, double richness, double tolerance) =>
        AssertSlopes(optimizer, richness, tolerance, (16, 128), seeds: 6);

    [SlowTheory]
    [InlineData("SGD", 0, 0.15)]
    [InlineData("SGD", 0.5, 0.15)]
    public void So_do_they_under_SGD(string optimizer, double richness, double tolerance) =>
        AssertSlopes(optimizer, richness, tolerance, (16, 128), seeds: 6);

    [SlowTheory]
    [InlineData("SGD", 0, 0.15)]
    [InlineData("SGD", 0.25, 0.15)]
    [InlineData("SGD", 0.5, 0.15)]
    [InlineData("Adam", 0, 0.1)]
    [InlineData("Adam", 0.25, 0.1)]
    [InlineData("Adam", 0.5, 0.1)]
    public void So_do_wide_ones(string optimizer, double richness, double tolerance) =>
        AssertSlopes(optimizer, richness, tolerance, (128, 1024), seeds: 2);

    private void AssertSlopes(string optimizer, double richness, double tolerance, (long Smallest, long Largest) widths, int seeds)
    {
        var rate = SlopeStudy.Optimizers.Single(one => one.Name == optimizer).Rate;
        var result = SlopeStudy.Check(optimizer, rate, richness).Widths(widths.Smallest, widths.Largest).Seeds(seeds).RunOnAllCores();
        var hiddenChanges = result.Slopes.Where(slope => slope.Quantity == SlopeQuantity.HiddenChange).ToArray();

        foreach (var slope in result.Slopes)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{optimizer} r={richness} {slope.Layer} {slope.Quantity}: {slope.Fit!.Slope:F3} +- {slope.Fit.StandardError:F3}, "
                    + $"predicted {slope.Predicted}"));
        }

        Assert.Equal(
            ["_see", "_early._first", "_early._second", "_shrink", "_late._first", "_late._second"],
            hiddenChanges.Select(slope => slope.Layer));
        Assert.All(hiddenChanges, slope =>
            Assert.True(Math.Abs(slope.Fit!.Slope - (richness - 0.5)) <= tolerance, slope.Verdict(tolerance).Diagnosis));
    }
}
