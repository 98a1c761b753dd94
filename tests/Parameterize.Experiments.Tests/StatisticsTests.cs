namespace Parameterize.Experiments.Tests;

public class StatisticsTests
{
    [Fact]
    public void Summary_by_hand()
    {
        var summary = Summary.Of([4, double.NaN, 1, 2, double.PositiveInfinity, 5]);
        Assert.Equal((4, 2), (summary.Count, summary.NonFinite));
        Assert.Equal((3.0, 1.0, 5.0, 3.0), (summary.Mean, summary.Minimum, summary.Maximum, summary.Median));
        Assert.Equal(Math.Sqrt(10.0 / 3), summary.StandardDeviation, 12);
        Assert.Equal(Math.Sqrt(10.0 / 12), summary.StandardError, 12);
    }

    [Fact]
    public void One_value_has_no_deviation_and_no_value_is_refused()
    {
        Assert.True(double.IsNaN(Summary.Of([2]).StandardDeviation));
        Assert.Equal(2, Summary.Of([2]).Median);
        Assert.True(double.IsNaN(Summary.Of([double.NaN]).Mean));
        Assert.Throws<ArgumentException>(() => Summary.Of([]));
    }

    [Theory]
    [InlineData(1e-200)]
    [InlineData(1)]
    [InlineData(1e200)]
    public void Root_mean_square_holds_at_every_size(double scale) =>
        Assert.Equal(Math.Sqrt(12.5), RootMeanSquare.Of([3 * scale, -4 * scale]) / scale, 12);

    [Fact]
    public void Root_mean_square_of_odd_things()
    {
        Assert.Equal(0, RootMeanSquare.Of([0.0, 0.0]));
        Assert.True(double.IsNaN(RootMeanSquare.Of([1.0, double.NaN, double.PositiveInfinity])));
        Assert.Equal(double.PositiveInfinity, RootMeanSquare.Of([1.0, double.NegativeInfinity]));
        Assert.Equal(5 / Math.Sqrt(2), RootMeanSquare.OfChange([1, 1], [4, 5]), 12);
        Assert.Throws<ArgumentException>(() => RootMeanSquare.OfChange([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => RootMeanSquare.Of([]));
    }
}
