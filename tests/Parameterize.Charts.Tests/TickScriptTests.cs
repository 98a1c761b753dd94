using Jint;
using Parameterize.Charts.Live;

namespace Parameterize.Charts.Tests;

/// <summary>What a page's script writes at an axis is what the program would have written there.</summary>
public class TickScriptTests
{
    private readonly Engine engine = new Engine().Execute(PageScript.Part("ticks.js"));

    [Theory]
    [InlineData(AxisScale.Linear)]
    [InlineData(AxisScale.Log2)]
    [InlineData(AxisScale.Log10)]
    public void Ticks_are_those_of_the_program(AxisScale scale)
    {
        var seed = Random.Shared.Next();
        var noise = new Noise(seed);
        for (var i = 0; i < 1500; i++)
        {
            // Ranges as a reader zooms to them, and some that nobody would.
            var wild = i % 5 == 0;
            var size = Math.Pow(10, noise.Between(wild ? -30 : -6, wild ? 30 : 6));
            var span = Math.Pow(10, noise.Between(-4, scale == AxisScale.Linear ? 3 : wild ? 20 : 6));
            var low = scale == AxisScale.Linear ? size * noise.Between(-1, 1) : size;
            var high = scale == AxisScale.Linear ? low + size * span : size * (1 + span);
            Compare(AxisRange.Of(new Axis("", scale), [low, high]), 3 + i % 12, $"seed {seed}, round {i}");
        }
    }

    [Theory]
    [InlineData(AxisScale.Log2, 64, 2048)]
    [InlineData(AxisScale.Log2, 0.00012207031, 0.03125)]
    [InlineData(AxisScale.Log10, 1e-8, 1)]
    [InlineData(AxisScale.Log10, 0.03, 0.4)]
    [InlineData(AxisScale.Linear, 0, 4e9)]
    [InlineData(AxisScale.Linear, -10, 0)]
    public void Ticks_of_known_ranges_are_too(AxisScale scale, double low, double high) =>
        Compare(AxisRange.Of(new Axis("", scale), [low, high]), 12, "");

    [Theory]
    [InlineData(0)]
    [InlineData(-0.0)]
    [InlineData(1)]
    [InlineData(-12)]
    [InlineData(0.1)]
    [InlineData(0.012341)]
    [InlineData(-1.23e-7)]
    [InlineData(9_999_999)]
    [InlineData(10_000_000)]
    [InlineData(123_456_789.5)]
    [InlineData(1e-300)]
    [InlineData(5.5e200)]
    public void Numbers_are_written_as_the_program_writes_them(double number) => Assert.Equal(NumberText.Short(number), Short(number));

    [Fact]
    public void Numbers_drawn_at_random_are_too()
    {
        var seed = Random.Shared.Next();
        var noise = new Noise(seed);
        for (var i = 0; i < 3000; i++)
        {
            var number = noise.Next() * Math.Pow(10, noise.Between(-12, 12));
            var (program, script) = (NumberText.Short(number), Short(number));
            Assert.True(program == script, $"seed {seed}: {number:R}, {program} and {script}");
        }
    }

    private void Compare(AxisRange range, int most, string about)
    {
        var expected = TickMarks.For(range, most);
        var actual = engine.Invoke("ticks", range.Scale.ToString(), range.Low, range.High, most).AsArray()
            .Select(tick => new Tick(tick.AsArray()[0].AsNumber(), tick.AsArray()[1].AsString())).ToArray();
        about = $"{about}: {range} most {most}\n{string.Join(' ', expected)}\n{string.Join(' ', actual)}";
        Assert.True(expected.Select(tick => tick.Label).SequenceEqual(actual.Select(tick => tick.Label)), about);
        Assert.All(expected.Zip(actual), pair =>
            Assert.True(Math.Abs(pair.First.Value - pair.Second.Value) <= 1e-12 * Math.Abs(pair.First.Value), about));
    }

    private string Short(double number) => engine.Invoke("short", number).AsString();
}
