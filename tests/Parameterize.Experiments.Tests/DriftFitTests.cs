using Xunit.Abstractions;

namespace Parameterize.Experiments.Tests;

public class DriftFitTests(ITestOutputHelper output)
{
    [Fact]
    public void The_reference_run_drifts_by_half_an_octave()
    {
        // experiments: log2 optima of the standard parametrization over widths 64..1024.
        double[] optima = [-7.37, -7.77, -8.31, -8.95, -9.64];
        var fit = DriftFit.Of(optima.Select((optimum, i) => new Observation(64 << i, 0, optimum)));
        Assert.Equal(-0.572, fit.OctavesPerDoubling, 3);
        Assert.InRange(fit.StandardError, 0.01, 0.05);
        Assert.Equal(-8.408, fit.Log2RateAt(256), 3);
    }

    [Fact]
    public void A_sweep_gives_the_drift_that_was_put_in()
    {
        var fit = DriftFit.OfSweep(Sweep(drift: -0.5, deviation: 0, seed: 1));
        Assert.Equal(-0.5, fit.OctavesPerDoubling, 9);
        Assert.Equal((12, 0), (fit.Points, fit.Excluded));
    }

    [Fact]
    public void Optima_at_an_end_of_the_grid_are_left_out_and_counted()
    {
        var sweep = Sweep(-0.5, 0, 1).Where(point => point.Width < 512 || point.Rate > Math.Pow(2, -8.9));
        var fit = DriftFit.OfSweep(sweep.Select(point => point is { Width: 64, Seed: 0 } ? point with { Loss = double.NaN } : point));
        Assert.Equal(-0.5, fit.OctavesPerDoubling, 9);
        Assert.Equal((8, 4), (fit.Points, fit.Excluded));
    }

    [Fact]
    public void Too_few_widths_say_what_to_do()
    {
        var error = Assert.Throws<ArgumentException>(() => DriftFit.OfSweep(Sweep(0, 0, 1).Where(point => point.Rate > Math.Pow(2, -6.9))));
        Assert.Contains("Widen the range of rates", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Interval_holds_the_true_drift_as_often_as_it_says()
    {
        const int first = 77;
        var inside = Enumerable.Range(first, 200).Count(seed =>
        {
            var fit = DriftFit.OfSweep(Sweep(0.2, 0.15, seed));
            return Math.Abs(fit.OctavesPerDoubling - 0.2) <= fit.HalfWidth();
        });
        output.WriteLine($"seeds {first}..{first + 199}: {inside} of 200 inside");
        Assert.InRange(inside, 181, 199);
    }

    // Four widths, three seeds, thirteen rates; the optimum of each seed at a known place.
    private static SweepPoint[] Sweep(double drift, double deviation, int seed)
    {
        var noise = new Noise(seed);
        return
        [
            .. from doubling in Enumerable.Range(0, 4)
               from run in Enumerable.Range(0, 3)
               let optimum = -7.3 + drift * doubling + deviation * noise.Next()
               from power in Enumerable.Range(-14, 13)
               select new SweepPoint(64 << doubling, run, Math.Pow(2, power), 1.7 + 0.05 * (power - optimum) * (power - optimum)),
        ];
    }
}
