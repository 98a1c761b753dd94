namespace Parameterize.Experiments.Statistics;

/// <summary>How far the best learning rate moves when the width doubles: 0 when it transfers.</summary>
/// <param name="OctavesPerDoubling">
/// Slope of log2 best rate over log2 width; -1 means that the best rate halves when the width doubles.
/// </param>
/// <param name="StandardError">
/// Standard error of that slope by ordinary least squares on all (width, seed) points: the scatter of the optima about one straight line.
/// It holds the noise of the seeds and any bend of the drift over width, not the step of the rate grid; it is too small if seeds share
/// their noise across widths. NaN with two points.
/// </param>
/// <param name="Intercept">log2 of the best rate at width 1, on the line.</param>
/// <param name="Points">How many optima the line went through.</param>
/// <param name="Excluded">
/// How many (width, seed) curves were left out: best at the lowest or highest rate of the grid, or all diverged.
/// </param>
public sealed record DriftFit(double OctavesPerDoubling, double StandardError, double Intercept, int Points, int Excluded)
{
    /// <summary>Fits optima that are already known: one observation is (width, seed, log2 of the best rate).</summary>
    /// <exception cref="ArgumentException">A width is not positive, a value is not finite, or there are fewer than two widths.</exception>
    public static DriftFit Of(IEnumerable<Observation> log2Optima) => Of([.. log2Optima], excluded: 0);

    /// <summary>
    /// Finds the optimum of each (width, seed) curve, then fits the drift. Optima at the ends of the grid are bounds and not measurements,
    /// and would pull the drift towards 0: they are left out and counted. One next to a divergence is kept: it is known to one grid step.
    /// </summary>
    /// <exception cref="ArgumentException">Fewer than two widths are left; the message says what was left out.</exception>
    public static DriftFit OfSweep(IEnumerable<SweepPoint> sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        var kept = new List<Observation>();
        var excluded = 0;
        foreach (var curve in sweep.GroupBy(point => (point.Width, point.Seed)).OrderBy(group => group.Key))
        {
            var optimum = curve.Any(point => double.IsFinite(point.Loss))
                ? OptimumFit.Of(curve.Select(point => (point.Rate, point.Loss)))
                : null;
            if (optimum is null or { Edge: OptimumEdge.LowestRate or OptimumEdge.HighestRate })
            {
                excluded++;
            }
            else
            {
                kept.Add(new Observation(curve.Key.Width, curve.Key.Seed, optimum.Log2Rate));
            }
        }

        return Of([.. kept], excluded);
    }

    /// <summary>log2 of the best rate at a width, on the line.</summary>
    public double Log2RateAt(double width) => Intercept + OctavesPerDoubling * Math.Log2(width);

    /// <summary>Half the width of the interval that holds the true drift with this confidence (Student's t, Points - 2).</summary>
    /// <param name="confidence">Between 0 and 1.</param>
    public double HalfWidth(double confidence = 0.95) => LineFit.HalfWidth(StandardError, Points, confidence);

    private static DriftFit Of(Observation[] optima, int excluded)
    {
        foreach (var (width, seed, value) in optima)
        {
            if (!(width > 0) || !double.IsFinite(width) || !double.IsFinite(value))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"A drift needs positive widths and finite optima; width {width}, seed {seed}: {value}."));
            }
        }

        var widths = optima.Select(one => one.Width).Distinct().Count();
        if (widths < 2)
        {
            throw new ArgumentException(
                $"A drift over width needs the optimum at two different widths at least; there are {widths}, and {excluded} curves " +
                "were left out because their best rate is at an end of the grid or all their rates diverged. Widen the range of rates.");
        }

        var line = LineFit.Of([.. optima.Select(one => Math.Log2(one.Width))], [.. optima.Select(one => one.Value)]);
        return new DriftFit(line.Slope, line.StandardError, line.Intercept, line.Points, excluded);
    }
}
