using Parameterize.Scaling.Shapes;

namespace Parameterize.Tests.Shapes;

public class ShapeClaimTests
{
    [Theory]
    [InlineData("256 q, 64 m")]
    [InlineData("? q, ? m, 3, ?")]
    [InlineData("*, 64 q")]
    [InlineData("8 m, ...")]
    [InlineData("...")]
    public void What_is_read_is_written(string text)
    {
        Assert.Equal(text, new ShapeClaim(text).ToString());
        Assert.Equal(new ShapeClaim(text), new ShapeClaim(text));
        Assert.Equal(new ShapeClaim(text).GetHashCode(), new ShapeClaim(text).GetHashCode());
        Assert.NotEqual(new ShapeClaim(text), new ShapeClaim("7 q"));
        Assert.Equal(text.EndsWith("...", StringComparison.Ordinal), new ShapeClaim(text).Equals(new ShapeClaim($"{text}, ...")));
        Assert.False(new ShapeClaim(text).Equals(null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("256 n")]
    [InlineData("-1 q")]
    [InlineData("64 q,32 m")]
    [InlineData("64q")]
    public void What_is_no_claim_is_refused(string text) =>
        Assert.EndsWith(
            "claims nothing of an axis; write a size at base widths or '?', and 'm' or 'q' after it if it grows like that: '256 q'.",
            Assert.Throws<FormatException>(() => new ShapeClaim(text)).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("256 q, 64 m", new long[] { 512, 128 })]
    [InlineData("256 q, 32 m, 3, 3", new long[] { 512, 64, 3, 3 })]
    [InlineData("? q, ? m", new long[] { 6, 10 })] // of some 3 q and 5 m
    [InlineData("? q, ? m, ? m", new long[] { 6, 3, 3 })] // of several axes, any may be rounded
    [InlineData("?, 5 q, *", new long[] { 7, 10, 9 })]
    [InlineData("4 q, 3 m, 5 m", new long[] { 8, 5, 6 })] // the product of both is what is summed over
    [InlineData("8 q, ...", new long[] { 16, 3, 4 })]
    [InlineData("...", new long[0])]
    public void A_shape_as_claimed_is_right(string claim, long[] shape) =>
        Assert.Null(new ShapeClaim(claim).Contradiction(shape, fanIn: 2, fanOut: 2));

    [Theory]
    [InlineData("256 q, 64 m", new long[] { 512, 64 }, "Axis 1 is 64 and should be 128, which is 64 m with m = 2.")]
    [InlineData("256 q, 64 m", new long[] { 256, 128 }, "Axis 0 is 256 and should be 512, which is 256 q with q = 2.")]
    [InlineData("64 q, ? m, 3", new long[] { 128, 9, 4 }, "Axis 2 is 4 and should be 3 at every width.")]
    [InlineData("4 q, 3 m, 5 m", new long[] { 8, 6, 10 }, "Axes 1 and 2 together are 60 and should be 30, which is 15 m with m = 2.")]
    [InlineData(
        "? q, ? m", new long[] { 6, 9 },
        "Axis 1 is 9 with m = 2, which would be 4.5 at base widths and is no whole number: choose base widths at which it is one.")]
    [InlineData("8 q, 8 m", new long[] { 8, 8 }, "Axis 1 is 8 and should be 16, which is 8 m with m = 2.")] // the fan-in first
    [InlineData("999999 q", new long[] { 3000000 }, "Axis 0 is 3000000 and should be 1999998, which is 999999 q with q = 2.")]
    [InlineData("8 q", new long[] { 16, 3 }, "Its number of axes is 2 and should be 1.")]
    [InlineData("8 q, 3 m, ...", new long[] { 16 }, "Its number of axes is 1 and should be 2.")]
    public void A_shape_that_is_another_one_is_wrong(string claim, long[] shape, string sentence) =>
        Assert.Equal(sentence, new ShapeClaim(claim).Contradiction(shape, fanIn: 2, fanOut: 2));

    [Theory]
    [InlineData(101, 50, true)] // 50.5, of 32 q
    [InlineData(101, 51, true)]
    [InlineData(101, 49, false)]
    [InlineData(101, 52, false)]
    [InlineData(100, 50, true)]
    [InlineData(100, 51, false)]
    public void A_size_that_integer_division_rounds_is_right(long width, long size, bool isRight) =>
        Assert.Equal(isRight, new ShapeClaim("32 q").Contradiction([size], 1, width / 64.0) is null);

    /// <summary>
    /// What a constructor was handed is not known: heads that divide the base do not contradict a width which they do not divide.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(16)]
    public void A_size_of_which_the_base_is_not_known_may_be_rounded(long heads)
    {
        for (var width = 1; width <= 1000; width++)
            Assert.Null(new ShapeClaim("? q").Contradiction([width / heads], 1, width / 64.0));
    }

    /// <summary>Ratios are quotients of doubles: whole sizes are exact whatever the base.</summary>
    [Fact]
    public void No_base_and_no_width_contradicts_itself()
    {
        for (var atBase = 1; atBase <= 100; atBase++)
        {
            for (var width = 1; width <= 400; width++)
            {
                var claim = new ShapeClaim([new AxisClaim(AxisRole.FanOut, 3 * atBase)]);
                Assert.Null(claim.Contradiction([3 * width], 1, width / (double)atBase));
                Assert.NotNull(claim.Contradiction([3 * width + 1], 1, width / (double)atBase));
            }
        }
    }
}
