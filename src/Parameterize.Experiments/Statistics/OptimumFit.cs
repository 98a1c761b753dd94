namespace Parameterize.Experiments.Statistics;

/// <summary>The best rate of a loss-over-rate curve.</summary>
/// <param name="Log2Rate">log2 of the best rate.</param>
/// <param name="Loss">Loss there, on the parabola; the grid's own loss at an edge.</param>
/// <param name="Edge">Whether the optimum leans on an edge, and which.</param>
/// <param name="Diverged">How many rates had a NaN or infinite loss.</param>
public sealed record OptimumFit(double Log2Rate, double Loss, OptimumEdge Edge, int Diverged)
{
    /// <summary>The best rate itself.</summary>
    public double Rate => Math.Pow(2, Log2Rate);

    /// <summary>
    /// Lays a parabola through the best point and its two neighbours on the grid (loss over log2 rate; steps may differ) and takes its
    /// vertex. Where a neighbour is missing or diverged, the best grid point is the answer, and <see cref="Edge"/> says so.
    /// </summary>
    /// <param name="curve">One loss per rate, in any order; NaN or infinite means diverged. Average over seeds first.</param>
    /// <exception cref="ArgumentException">A rate is not positive and finite or occurs twice, or every loss diverged.</exception>
    public static OptimumFit Of(IEnumerable<(double Rate, double Loss)> curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        var points = curve.OrderBy(point => point.Rate).ToArray();
        Validate(points);

        var best = -1;
        for (var i = 0; i < points.Length; i++)
        {
            if (double.IsFinite(points[i].Loss) && (best < 0 || points[i].Loss < points[best].Loss))
            {
                best = i;
            }
        }

        if (best < 0)
        {
            throw new ArgumentException($"All {points.Length} rates diverged; sweep lower rates than {Invariant(points)}.", nameof(curve));
        }

        var diverged = points.Count(point => !double.IsFinite(point.Loss));
        var edge = EdgeAt(points, best);
        if (edge != OptimumEdge.None)
        {
            return new OptimumFit(Math.Log2(points[best].Rate), points[best].Loss, edge, diverged);
        }

        var (x, y) = Vertex(points[best - 1], points[best], points[best + 1]);
        return new OptimumFit(x, y, edge, diverged);
    }

    private static OptimumEdge EdgeAt((double Rate, double Loss)[] points, int best)
    {
        if (best == points.Length - 1)
        {
            return OptimumEdge.HighestRate;
        }

        if (best == 0)
        {
            return OptimumEdge.LowestRate;
        }

        return double.IsFinite(points[best - 1].Loss) && double.IsFinite(points[best + 1].Loss) ? OptimumEdge.None : OptimumEdge.Divergence;
    }

    // Newton's divided differences about the middle point, which is the lowest: so the vertex lies between the outer two.
    private static (double X, double Y) Vertex(
        (double Rate, double Loss) left, (double Rate, double Loss) middle, (double Rate, double Loss) right)
    {
        double x = Math.Log2(middle.Rate), before = Math.Log2(left.Rate) - x, after = Math.Log2(right.Rate) - x;
        double down = (left.Loss - middle.Loss) / before, up = (right.Loss - middle.Loss) / after;
        var curvature = (up - down) / (after - before);
        if (curvature <= 0)
        {
            return (x, middle.Loss);
        }

        var slope = up - curvature * after;
        return (x - slope / (2 * curvature), middle.Loss - slope * slope / (4 * curvature));
    }

    private static void Validate((double Rate, double Loss)[] points)
    {
        if (points.Length == 0)
        {
            throw new ArgumentException("A sweep needs at least one rate.", nameof(points));
        }

        for (var i = 0; i < points.Length; i++)
        {
            var rate = points[i].Rate;
            if (!double.IsFinite(rate) || rate <= 0)
            {
                throw new ArgumentException(FormattableString.Invariant($"A rate must be positive and finite; {rate} is not."),
                    nameof(points));
            }

            if (i > 0 && points[i - 1].Rate == rate)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Rate {rate} occurs twice; average its seeds first, or fit each seed alone."),
                    nameof(points));
            }
        }
    }

    private static string Invariant((double Rate, double Loss)[] points) => FormattableString.Invariant($"{points[0].Rate:G4}");
}
