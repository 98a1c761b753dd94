using Xunit.Abstractions;

namespace Parameterize.Experiments.Tests;

public class LogLogFitTests(ITestOutputHelper output)
{
    private static readonly double[] Widths = [64, 128, 256, 512, 1024, 2048];

    [Theory]
    [InlineData(-0.5, 3)]
    [InlineData(0, 0.01)]
    [InlineData(1.5, 1e-200)]
    public void Power_law_is_found_exactly(double slope, double scale)
    {
        var fit = LogLogFit.Of(Widths.Select(width => (width, scale * Math.Pow(width, slope))));
        Assert.Equal(slope, fit.Slope, 10);
        Assert.Equal(0, fit.StandardError, 10);
        Assert.Equal(scale * Math.Pow(300, slope), fit.At(300), scale * 1e-6);
    }

    [Fact]
    public void Four_points_by_hand()
    {
        // ln x = 0, 1, 2, 3 and ln y = 0, 1, 1, 2: slope 3/5, residual sum 0.2, standard error sqrt(0.2 / 2 / 5).
        var fit = LogLogFit.Of(new double[] { 0, 1, 2, 3 }.Zip(new double[] { 0, 1, 1, 2 }, (x, y) => (Math.Exp(x), Math.Exp(y))));
        Assert.Equal(0.6, fit.Slope, 12);
        Assert.Equal(0.1, fit.Intercept, 12);
        Assert.Equal(Math.Sqrt(0.02), fit.StandardError, 12);
        Assert.Equal(0.9, fit.R2, 12);
        Assert.Equal(4.302652729911275 * Math.Sqrt(0.02), fit.HalfWidth(), 9);
    }

    [Fact]
    public void Two_points_have_a_slope_but_no_error()
    {
        var fit = LogLogFit.Of([(64, 1.0), (128, 2.0)]);
        Assert.Equal(1, fit.Slope, 12);
        Assert.True(double.IsNaN(fit.StandardError) && double.IsNaN(fit.HalfWidth()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_has_no_logarithm_is_named(double bad)
    {
        var error = Assert.Throws<ArgumentException>(() => LogLogFit.Of([new Observation(64, 0, 1), new Observation(128, 7, bad)]));
        Assert.Contains("width 128, seed 7", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_width_is_refused() =>
        Assert.Throws<ArgumentException>(() => LogLogFit.Of([new Observation(64, 0, 1), new Observation(64, 1, 2)]));

    [Theory]
    [InlineData(1, 4)]
    [InlineData(3, 6)]
    public void Interval_holds_the_true_slope_as_often_as_it_says(int seeds, int widths)
    {
        const int replications = 200;
        const int first = 20240601;
        var inside = 0;
        double meanError = 0, meanSlope = 0;
        for (var replication = 0; replication < replications; replication++)
        {
            var noise = new Noise(first + replication);
            var fit = LogLogFit.Of(Widths.Take(widths).SelectMany(width =>
                Enumerable.Range(0, seeds).Select(seed => new Observation(width, seed,
                    0.3 * Math.Pow(width, -0.25) * Math.Exp(0.2 * noise.Next())))));
            if (Math.Abs(fit.Slope + 0.25) <= fit.HalfWidth()) inside++;
            meanError += fit.StandardError * fit.StandardError / replications;
            meanSlope += fit.Slope / replications;
        }

        // The true standard error: 0.2 / sqrt(sum of squares of ln width about its mean).
        var places = Widths.Take(widths).Select(width => Math.Log(width)).ToArray();
        var known = 0.2 / Math.Sqrt(seeds * places.Sum(x => (x - places.Average()) * (x - places.Average())));
        output.WriteLine($"seeds {first}..{first + replications - 1}: {inside} of {replications} inside; se {Math.Sqrt(meanError)}, " +
            $"known {known}");
        Assert.InRange(inside, 181, 199);
        Assert.InRange(Math.Sqrt(meanError) / known, 0.9, 1.1);
        Assert.InRange(meanSlope, -0.25 - 4 * known / Math.Sqrt(replications), -0.25 + 4 * known / Math.Sqrt(replications));
    }
}
