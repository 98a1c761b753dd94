namespace Parameterize.Experiments.Statistics;

/// <summary>Ordinary least squares of y on x, with the textbook standard error of the slope.</summary>
/// <param name="Slope">Estimated slope.</param>
/// <param name="StandardError">sqrt(residual sum of squares / (N - 2) / sum (x - mean x)^2); NaN with two points.</param>
/// <param name="Intercept">y at x = 0.</param>
/// <param name="R2">Part of the variance of y that the line explains; 1 when y does not vary and the line fits exactly.</param>
/// <param name="Points">How many (x, y) were used.</param>
internal readonly record struct LineFit(double Slope, double StandardError, double Intercept, double R2, int Points)
{
    /// <summary>Fits a line. The caller has checked that there are two different x at least and that all is finite.</summary>
    public static LineFit Of(double[] x, double[] y)
    {
        double meanX = x.Average(), meanY = y.Average();
        double sxx = 0, sxy = 0, syy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            sxx += (x[i] - meanX) * (x[i] - meanX);
            sxy += (x[i] - meanX) * (y[i] - meanY);
            syy += (y[i] - meanY) * (y[i] - meanY);
        }

        var slope = sxy / sxx;
        var intercept = meanY - slope * meanX;
        var residual = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            var miss = y[i] - meanY - slope * (x[i] - meanX);
            residual += miss * miss;
        }

        var error = x.Length > 2 ? Math.Sqrt(residual / (x.Length - 2) / sxx) : double.NaN;
        var r2 = syy == 0 ? 1 : 1 - residual / syy;
        return new LineFit(slope, error, intercept, r2, x.Length);
    }

    /// <summary>Half the width of the interval that holds the true slope with the given confidence; NaN with two points.</summary>
    public static double HalfWidth(double standardError, int points, double confidence) =>
        points > 2 ? standardError * StudentDistribution.TwoSidedQuantile(confidence, points - 2) : double.NaN;
}
