namespace Parameterize.Charts;

/// <summary>A line through the middle of several seeds, and the band from the least to the greatest of them.</summary>
/// <param name="Points">(x, median over seeds), by rising x.</param>
/// <param name="Band">(x, least, greatest), by rising x.</param>
public sealed record SeedBand(IReadOnlyList<(double X, double Y)> Points, IReadOnlyList<(double X, double Low, double High)> Band)
{
    /// <summary>
    /// Groups measurements of all seeds by x. Median and extremes rather than mean and deviation: they are drawn alike on a logarithmic
    /// axis, and one wild seed does not move the line. Values that are NaN or infinite are left out; where a majority is, the line has a
    /// gap.
    /// </summary>
    public static SeedBand Of(IEnumerable<(double X, double Y)> measurements)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        var points = new List<(double, double)>();
        var band = new List<(double, double, double)>();
        foreach (var group in measurements.GroupBy(one => one.X, one => one.Y).OrderBy(group => group.Key))
        {
            double[] finite = [.. group.Where(double.IsFinite).Order()];
            var diverged = 2 * finite.Length < group.Count();
            points.Add((group.Key, diverged ? double.NaN : 0.5 * finite[(finite.Length - 1) / 2] + 0.5 * finite[finite.Length / 2]));
            if (!diverged)
            {
                band.Add((group.Key, finite[0], finite[^1]));
            }
        }

        return new SeedBand(points, band);
    }
}
