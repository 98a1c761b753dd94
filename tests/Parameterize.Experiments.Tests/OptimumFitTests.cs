namespace Parameterize.Experiments.Tests;

public class OptimumFitTests
{
    private static IEnumerable<(double Rate, double Loss)> Curve(Func<double, double> loss, int from = -13, int to = -5) =>
        Enumerable.Range(from, to - from + 1).Select(power => (Math.Pow(2, power), loss(power)));

    [Theory]
    [InlineData(-7.37)]
    [InlineData(-9)]
    [InlineData(-11.51)]
    public void A_parabola_gives_its_vertex(double vertex)
    {
        var fit = OptimumFit.Of(Curve(x => 1.7 + 0.3 * (x - vertex) * (x - vertex)).Reverse());
        Assert.Equal(vertex, fit.Log2Rate, 10);
        Assert.Equal(1.7, fit.Loss, 10);
        Assert.Equal(OptimumEdge.None, fit.Edge);
    }

    [Fact]
    public void Steps_need_not_be_equal()
    {
        double[] at = [-10, -8.5, -8, -6];
        var fit = OptimumFit.Of(at.Select(x => (Math.Pow(2, x), 2 + (x + 8.2) * (x + 8.2))));
        Assert.Equal(-8.2, fit.Log2Rate, 10);
    }

    [Theory]
    [InlineData(-20, OptimumEdge.LowestRate, -13)]
    [InlineData(0, OptimumEdge.HighestRate, -5)]
    public void An_end_of_the_grid_is_flagged(double vertex, OptimumEdge edge, double expected)
    {
        var fit = OptimumFit.Of(Curve(x => (x - vertex) * (x - vertex)));
        Assert.Equal((edge, expected), (fit.Edge, fit.Log2Rate));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Divergence_is_excluded_and_counted(double bad)
    {
        var away = OptimumFit.Of(Curve(x => x >= -6 ? bad : (x + 8.3) * (x + 8.3)));
        Assert.Equal(-8.3, away.Log2Rate, 10);
        Assert.Equal((2, OptimumEdge.None), (away.Diverged, away.Edge));

        var beside = OptimumFit.Of(Curve(x => x >= -7 ? bad : -x));
        Assert.Equal((3, OptimumEdge.LowestRate), (beside.Diverged, OptimumFit.Of(Curve(x => x >= -7 ? bad : x)).Edge));
        Assert.Equal(-13, OptimumFit.Of(Curve(x => x >= -7 ? bad : x)).Log2Rate);
        Assert.Equal(OptimumEdge.Divergence, OptimumFit.Of(Curve(x => x >= -7 ? bad : -x)).Edge);
        Assert.Equal(-8, beside.Log2Rate);
    }

    [Fact]
    public void A_flat_valley_stays_on_the_grid()
    {
        var fit = OptimumFit.Of([(0.25, 1), (0.5, 1), (1, 1), (2, 1)]);
        Assert.InRange(fit.Log2Rate, -2, 1);
        var step = OptimumFit.Of([(0.25, 2), (0.5, 1), (1, 1), (2, 2)]);
        Assert.InRange(step.Log2Rate, -1, 0);
    }

    [Fact]
    public void Vertex_never_leaves_its_neighbours()
    {
        var noise = new Noise(5);
        for (var i = 0; i < 2000; i++)
        {
            var curve = Curve(_ => noise.Next()).ToArray();
            var best = curve.MinBy(point => point.Loss);
            var fit = OptimumFit.Of(curve);
            Assert.InRange(fit.Log2Rate, Math.Log2(best.Rate) - 0.5 - 1e-9, Math.Log2(best.Rate) + 0.5 + 1e-9);
            Assert.True(fit.Loss <= best.Loss);
        }
    }

    [Fact]
    public void What_cannot_be_fitted_is_refused()
    {
        Assert.Contains("diverged", Assert.Throws<ArgumentException>(() => OptimumFit.Of(Curve(_ => double.NaN))).Message,
            StringComparison.Ordinal);
        Assert.Contains("twice", Assert.Throws<ArgumentException>(() => OptimumFit.Of([(1, 1), (1, 2)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => OptimumFit.Of([(0, 1)]));
        Assert.Throws<ArgumentException>(() => OptimumFit.Of([]));
    }
}
