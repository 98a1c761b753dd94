using Parameterize.Samples.RichnessDial.Plane;

namespace Parameterize.Samples.Tests;

/// <summary>
/// Off the rules by powers of the width, at the smallest size: what the calculus says of a place is what training does there.
/// </summary>
public sealed class DialPlaneTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parameterize-plane-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Only_the_line_of_all_r_is_stable_and_nontrivial()
    {
        var run = new SampleRun(_folder, SampleSize.Tiny);
        using var store = run.OpenTrials();

        var results = PlaneStudy.Run(run, store);

        var (line, others) = (results.All.Where(place => place.IsPredicted).ToArray(),
            results.All.Where(place => !place.IsPredicted).ToArray());
        Assert.Equal(
            ["readout init -0.25, rates below 0.5", "the rules", "readout init 0.25, rates below -0.5"],
            line.Select(place => place.Point.Name));
        Assert.Equal(22, others.Length);

        // All places start from the same draws, so that against the rules themselves the noise of few seeds is not seen.
        var rules = line[1];
        Assert.All(rules.Shares, share => Assert.InRange(share.Slope, -0.12 - 3 * share.StandardError, 0.12 + 3 * share.StandardError));
        Assert.All(line, place => Assert.InRange(Math.Abs(Off(place, rules).Measured), 0, 0.05));
        Assert.All(others, place =>
        {
            var (measured, predicted) = Off(place, rules);
            Assert.True(
                measured * Math.Sign(predicted) > 0.15, $"{place.Point.Name}: {measured:F2} off where {predicted:F2} is predicted.");
        });
    }

    /// <summary>Of what the layers do to the output, the slope that is furthest from that of the rules.</summary>
    private static (double Measured, double Predicted) Off(PlaneResult place, PlaneResult rules) => place.Shares.Zip(rules.Shares)
        .Select(pair => (pair.First.Slope - pair.Second.Slope, pair.First.Predicted - pair.Second.Predicted))
        .MaxBy(off => Math.Abs(off.Item2));
}
