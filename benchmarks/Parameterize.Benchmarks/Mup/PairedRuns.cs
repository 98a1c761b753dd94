using Parameterize.Experiments.Statistics;

namespace Parameterize.Benchmarks.Mup;

/// <summary>Rounds in which every side runs once, one after the other: what else the machine does meets all of them.</summary>
internal static class PairedRuns
{
    /// <summary>Sides in the order of a round: every second round goes backwards, so that none is always first.</summary>
    public static IReadOnlyList<T> Order<T>(IReadOnlyList<T> sides, int round) => round % 2 == 0 ? sides : [.. sides.Reverse()];

    /// <summary>The ratios of times that were taken in the same round.</summary>
    public static Summary Ratios(IReadOnlyList<double> ours, IReadOnlyList<double> theirs) => ours.Count == theirs.Count
        ? Summary.Of(ours.Zip(theirs, (own, their) => own / their))
        : throw new ArgumentException($"{ours.Count} times of ours have no {theirs.Count} of theirs to be paired with.");

    /// <summary>The largest relative difference of two sets of measurements.</summary>
    /// <exception cref="PeerException">They are not of the same places.</exception>
    public static double LargestDifference(IReadOnlyDictionary<string, double> ours, IReadOnlyDictionary<string, double> theirs)
    {
        var missing = theirs.Keys.Except(ours.Keys).Concat(ours.Keys.Except(theirs.Keys)).ToArray();
        return missing.Length == 0
            ? theirs.Max(place => Difference(ours[place.Key], place.Value))
            : throw new PeerException($"Only one side measured: {string.Join("; ", missing.Take(3))}.");
    }

    // A maximum passes over what is not a number.
    private static double Difference(double own, double their)
    {
        var difference = own == their ? 0 : Math.Abs(own - their) / Math.Abs(their);
        return double.IsNaN(difference) ? double.PositiveInfinity : difference;
    }
}
