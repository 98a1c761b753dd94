using Parameterize.Experiments;

namespace Parameterize.Samples;

/// <summary>The rate sweep of one parametrization.</summary>
internal sealed record TransferCurves(string Parametrization, IReadOnlyList<SweepPoint> Points)
{
    /// <summary>How far the best rate moves when the width doubles; null when too few widths have theirs inside the grid of rates.</summary>
    public DriftFit? Drift { get; } = DriftOf(Points);

    /// <summary>Mean loss over seeds by rate, and the best rate, at each width.</summary>
    public IReadOnlyList<(double Width, IReadOnlyList<(double Rate, double Loss)> Curve, OptimumFit Optimum)> Widths { get; } =
    [
        .. Points.GroupBy(point => point.Width).OrderBy(group => group.Key).Select(group =>
        {
            (double Rate, double Loss)[] curve = [.. group.GroupBy(point => point.Rate).OrderBy(rate => rate.Key).Select(rate => (rate.Key, rate.Average(point => point.Loss)))];
            return (group.Key, (IReadOnlyList<(double, double)>)curve, OptimumFit.Of(curve));
        }),
    ];

    private static DriftFit? DriftOf(IReadOnlyList<SweepPoint> points)
    {
        try
        {
            return DriftFit.OfSweep(points);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
