using Parameterize.Benchmarks.Mup;

namespace Parameterize.Benchmarks.Tests;

public sealed class OwnCheckTests
{
    /// <summary>What mup records: every layer, width and step, and the same numbers however many models are trained at once.</summary>
    [Theory]
    [InlineData("adam")]
    [InlineData("sgd")]
    public void Our_side_measures_what_mup_records(string optimizer)
    {
        var check = PeerCheck.Of(optimizer, threads: 1).Least() with { Seeds = 2, Steps = 3 };

        var (one, two) = (OwnCheck.Run(check).Sizes, OwnCheck.Run(check with { Workers = 2 }).Sizes);

        var places =
            from layer in new[] { "embed", "mix", "refine", "readout" }
            from width in new[] { 64, 128 }
            from step in new[] { 1, 2, 3 }
            select $"{layer}, width {width}, step {step}";
        Assert.Equal(places.Order(StringComparer.Ordinal), one.Keys.Order(StringComparer.Ordinal));
        Assert.All(one, place => Assert.Equal(place.Value, two[place.Key], tolerance: 1e-6));
    }

    [Fact]
    public void A_python_that_is_not_there_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("bench-mup-test-");
        try
        {
            var side = new Contestant("mup", PeerCheck.Of("adam", threads: 1), "no-such-python", []);

            var failure = Assert.Throws<PeerException>(() => side.Run(folder));

            Assert.Contains("'no-such-python' cannot be started", failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
