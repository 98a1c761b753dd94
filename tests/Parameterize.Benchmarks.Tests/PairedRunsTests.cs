using Parameterize.Benchmarks.Mup;

namespace Parameterize.Benchmarks.Tests;

public sealed class PairedRunsTests
{
    [Fact]
    public void Every_second_round_goes_backwards()
    {
        string[] sides = ["theirs", "ours", "workers"];

        Assert.Equal(["theirs", "ours", "workers"], PairedRuns.Order(sides, 0));
        Assert.Equal(["workers", "ours", "theirs"], PairedRuns.Order(sides, 1));
        Assert.Equal(["theirs", "ours", "workers"], PairedRuns.Order(sides, 2));
    }

    /// <summary>The machine was ten times slower in the second round, for both; the median of ratios does not see it.</summary>
    [Fact]
    public void A_ratio_is_of_times_of_the_same_round()
    {
        var ratios = PairedRuns.Ratios(ours: [1, 9, 3], theirs: [2, 20, 4]);

        Assert.Equal((0.5, 0.45, 0.75), (ratios.Median, ratios.Minimum, ratios.Maximum));
    }

    [Fact]
    public void Times_without_a_partner_have_no_ratio() =>
        Assert.Throws<ArgumentException>(() => PairedRuns.Ratios([1, 2], [1]));

    [Fact]
    public void The_largest_difference_is_relative_to_theirs()
    {
        var (ours, theirs) = (Sizes(("mix", 2.02), ("readout", 0.011)), Sizes(("mix", 2), ("readout", 0.01)));

        Assert.Equal(0.1, PairedRuns.LargestDifference(ours, theirs), precision: 12);
    }

    [Fact]
    public void A_number_that_is_none_differs() =>
        Assert.False(PairedRuns.LargestDifference(Sizes(("mix", double.NaN), ("readout", 1)), Sizes(("mix", 1), ("readout", 1))) <= 0.01);

    [Fact]
    public void What_one_side_alone_measured_is_named()
    {
        var failure = Assert.Throws<PeerException>(() => PairedRuns.LargestDifference(Sizes(("mix", 1)), Sizes(("mix", 1), ("refine", 1))));

        Assert.Contains("refine", failure.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, double> Sizes(params (string Place, double Size)[] sizes) =>
        sizes.ToDictionary(one => one.Place, one => one.Size);
}
