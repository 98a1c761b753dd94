namespace Parameterize.Charts.Tests;

public class TickMarksTests
{
    [Theory]
    [InlineData(AxisScale.Linear)]
    [InlineData(AxisScale.Log2)]
    [InlineData(AxisScale.Log10)]
    public void Ticks_are_sensible_over_many_ranges(AxisScale scale)
    {
        var noise = new Noise(11);
        for (var i = 0; i < 4000; i++)
        {
            var size = Math.Pow(10, noise.Between(-30, 30));
            var span = Math.Pow(10, noise.Between(-5, scale == AxisScale.Linear ? 3 : 20));
            var low = scale == AxisScale.Linear ? size * noise.Between(-1, 1) : size;
            var high = scale == AxisScale.Linear ? low + size * span : size * (1 + span);
            Check(scale, [low, high], 3 + i % 12);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(double.NaN, double.PositiveInfinity)]
    [InlineData(-1, 0)]
    [InlineData(double.Epsilon, double.MaxValue)]
    [InlineData(-double.MaxValue, double.MaxValue)]
    [InlineData(5, 5)]
    [InlineData(1, 1.0000000001)]
    public void Ticks_survive_odd_ranges(double low, double high)
    {
        foreach (var scale in Enum.GetValues<AxisScale>()) Check(scale, [low, high], 7);
    }

    [Theory]
    [InlineData(AxisScale.Log2, 64, 2048, "64 128 256 512 1024 2048")]
    [InlineData(AxisScale.Log2, 0.00012207031, 0.03125, "2^-13 2^-12 2^-11 2^-10 2^-9 2^-8 2^-7 2^-6 2^-5")]
    [InlineData(AxisScale.Log10, 1, 10000, "1 10 100 1000 10000")]
    [InlineData(AxisScale.Log10, 1e-8, 1, "10^-8 10^-7 10^-6 10^-5 10^-4 10^-3 10^-2 10^-1 10^0")]
    [InlineData(AxisScale.Log10, 0.03, 0.4, "0.05 0.1 0.2")]
    [InlineData(AxisScale.Linear, 1.6, 3.2, "1.6 1.8 2.0 2.2 2.4 2.6 2.8 3.0 3.2")]
    [InlineData(AxisScale.Linear, -10, 0, "−10 −9 −8 −7 −6 −5 −4 −3 −2 −1 0")]
    [InlineData(AxisScale.Linear, 0, 4e9, "0 5×10^8 1×10^9 1.5×10^9 2×10^9 2.5×10^9 3×10^9 3.5×10^9 4×10^9")]
    public void Ticks_of_known_ranges(AxisScale scale, double low, double high, string expected)
    {
        var ticks = TickMarks.For(AxisRange.Of(new Axis("", scale), [low, high]), 12);
        Assert.Equal(expected, string.Join(' ', ticks.Select(tick => tick.Label).Where(label => label.Length > 0)));
    }

    private static void Check(AxisScale scale, double[] data, int most)
    {
        var range = AxisRange.Of(new Axis("", scale), data);
        var ticks = TickMarks.For(range, most);
        var said = $"{scale} {data[0]:R} {data[1]:R} most {most}: {string.Join(' ', ticks)}";
        var labelled = ticks.Where(tick => tick.Label.Length > 0).ToArray();
        Assert.True(labelled.Length >= 2 && labelled.Length <= most + 2, said);
        Assert.True(ticks.All(tick => range.Position(tick.Value) is >= -1e-6 and <= 1 + 1e-6), said);
        Assert.True(ticks.Zip(ticks.Skip(1)).All(pair => pair.First.Value < pair.Second.Value), said);
        Assert.True(labelled.Select(tick => tick.Label).Distinct().Count() == labelled.Length, said);
        Assert.True(labelled.All(tick => TextMetrics.Width(tick.Label, 12) < 125), said);
    }
}
