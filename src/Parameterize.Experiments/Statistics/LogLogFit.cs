namespace Parameterize.Experiments.Statistics;

/// <summary>A power law <c>value = exp(Intercept) * width^Slope</c>, fitted by ordinary least squares of ln value on ln width.</summary>
/// <param name="Slope">The exponent of the width.</param>
/// <param name="StandardError">
/// Standard error of the slope from the scatter of all points about the line; NaN with two points, which leave no scatter to judge by.
/// It holds the noise over seeds and whatever curvature there is; it assumes that the points err independently.
/// </param>
/// <param name="Intercept">ln of the value at width 1.</param>
/// <param name="R2">Part of the variance of ln value that the line explains.</param>
/// <param name="Points">How many (width, seed) were used.</param>
public sealed record LogLogFit(double Slope, double StandardError, double Intercept, double R2, int Points)
{
    /// <summary>Fits measurements; several seeds at one width count as replicates.</summary>
    /// <exception cref="ArgumentException">
    /// A width or value is not positive and finite (the message names it), or there are fewer than two different widths.
    /// </exception>
    public static LogLogFit Of(IEnumerable<Observation> observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        var all = observations.ToArray();
        foreach (var (width, seed, value) in all)
        {
            Require(width, FormattableString.Invariant($"width {width} (seed {seed})"));
            Require(value, FormattableString.Invariant($"value {value} at width {width}, seed {seed}"));
        }

        var widths = all.Select(one => one.Width).Distinct().Count();
        if (widths < 2)
        {
            throw new ArgumentException($"A slope over width needs two different widths at least; there are {widths}.",
                nameof(observations));
        }

        var line = LineFit.Of([.. all.Select(one => Math.Log(one.Width))], [.. all.Select(one => Math.Log(one.Value))]);
        return new LogLogFit(line.Slope, line.StandardError, line.Intercept, line.R2, line.Points);
    }

    /// <summary>Fits one value per width.</summary>
    /// <exception cref="ArgumentException">As of the other overload.</exception>
    public static LogLogFit Of(IEnumerable<(double Width, double Value)> points) =>
        Of(points.Select(point => new Observation(point.Width, 0, point.Value)));

    /// <summary>The fitted value at a width.</summary>
    public double At(double width) => Math.Exp(Intercept + Slope * Math.Log(width));

    /// <summary>
    /// Half the width of the interval Slope ± half that holds the true slope with this confidence (Student's t, Points - 2).
    /// </summary>
    /// <param name="confidence">Between 0 and 1.</param>
    public double HalfWidth(double confidence = 0.95) => LineFit.HalfWidth(StandardError, Points, confidence);

    private static void Require(double value, string what)
    {
        if (!double.IsFinite(value) || value <= 0)
        {
            throw new ArgumentException($"A log-log fit needs positive, finite numbers, but {what} is not. Leave diverged runs out first.");
        }
    }
}
