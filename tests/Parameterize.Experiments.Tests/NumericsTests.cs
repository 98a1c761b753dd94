using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using Xunit.Abstractions;

namespace Parameterize.Experiments.Tests;

/// <summary>
/// Statistics against Math.NET's. What ships does without it: its quantile of Student's t does not converge where one degree of freedom and
/// 99.99 % are asked for, and is off in the seventh digit beyond.
/// </summary>
public class NumericsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.95)]
    [InlineData(0.999)]
    [InlineData(0.9999)]
    public void Student_quantiles_leave_out_what_they_say(double confidence)
    {
        for (var degrees = 1; degrees <= 200; degrees++)
        {
            var tails = 2 * StudentT.CDF(0, 1, degrees, -StudentDistribution.TwoSidedQuantile(confidence, degrees));
            Assert.Equal(1, tails / (1 - confidence), 1e-9);
        }
    }

    [Fact]
    public void Lines_and_summaries_are_the_same()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < 100; round++)
        {
            var x = Samples(5 + random.Next(40));
            var y = Samples(x.Length);
            var line = LineFit.Of(x, y);
            var (intercept, slope) = Fit.Line(x, y);
            Assert.Equal(slope, line.Slope, 1e-9 * (1 + Math.Abs(slope)));
            Assert.Equal(intercept, line.Intercept, 1e-9 * (1 + Math.Abs(slope)));
            Assert.Equal(GoodnessOfFit.RSquared(x.Select(one => line.Intercept + line.Slope * one), y), line.R2, 1e-9);
            var summary = Summary.Of(y);
            Assert.Equal(MathNet.Numerics.Statistics.Statistics.Mean(y), summary.Mean, 1e-12);
            Assert.Equal(MathNet.Numerics.Statistics.Statistics.StandardDeviation(y), summary.StandardDeviation, 1e-12);
            Assert.Equal(MathNet.Numerics.Statistics.Statistics.Median(y), summary.Median, 1e-12);
        }

        double[] Samples(int count) => [.. Enumerable.Range(0, count).Select(_ => Normal.Sample(random, 0, 1))];
    }
}
