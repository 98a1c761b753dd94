namespace Parameterize.Experiments.Statistics;

/// <summary>What several seeds say about one number.</summary>
/// <param name="Count">How many values were finite.</param>
/// <param name="NonFinite">How many were NaN or infinite (diverged runs); they are left out of all else.</param>
/// <param name="Mean">Arithmetic mean; NaN when no value was finite, as all below.</param>
/// <param name="StandardDeviation">Sample standard deviation (divisor count - 1); NaN for a single value.</param>
/// <param name="StandardError">Standard error of the mean: standard deviation / sqrt(count); NaN for a single value.</param>
/// <param name="Minimum">The least value.</param>
/// <param name="Maximum">The greatest value.</param>
/// <param name="Median">The middle value, or the mean of the two middle ones.</param>
public sealed record Summary(
    int Count,
    int NonFinite,
    double Mean,
    double StandardDeviation,
    double StandardError,
    double Minimum,
    double Maximum,
    double Median)
{
    /// <summary>Summarises values in any order.</summary>
    /// <exception cref="ArgumentException">There are no values at all.</exception>
    public static Summary Of(IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var all = values.ToArray();
        if (all.Length == 0)
        {
            throw new ArgumentException("A summary needs at least one value.", nameof(values));
        }

        var finite = all.Where(double.IsFinite).ToArray();
        var count = finite.Length;
        if (count == 0)
        {
            return new Summary(0, all.Length, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
        }

        Array.Sort(finite);
        var mean = finite.Average();
        var deviation = count == 1 ? double.NaN : Math.Sqrt(finite.Sum(value => (value - mean) * (value - mean)) / (count - 1));
        var median = 0.5 * finite[(count - 1) / 2] + 0.5 * finite[count / 2];
        return new Summary(count, all.Length - count, mean, deviation, deviation / Math.Sqrt(count), finite[0], finite[^1], median);
    }
}
