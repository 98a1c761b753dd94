namespace Parameterize.Experiments.Statistics;

/// <summary>Student's t distribution: the right width of an interval when the noise itself was estimated from few points.</summary>
internal static class StudentDistribution
{
    /// <summary>The t with probability <paramref name="confidence"/> of lying in (-t, t), to 12 digits by bisection.</summary>
    /// <param name="confidence">Between 0 and 1, both excluded.</param>
    /// <param name="degreesOfFreedom">At least 1.</param>
    public static double TwoSidedQuantile(double confidence, int degreesOfFreedom)
    {
        if (confidence is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies between 0 and 1, both excluded.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);

        double low = 0, high = 1;
        while (Inside(high, degreesOfFreedom) < confidence)
        {
            high *= 2;
        }

        for (var i = 0; i < 200 && high - low > 1e-13 * high; i++)
        {
            var middle = 0.5 * (low + high);
            if (Inside(middle, degreesOfFreedom) < confidence)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return 0.5 * (low + high);
    }

    /// <summary>P(|T| &lt; t), by the finite series of Abramowitz and Stegun 26.7.3 (odd) and 26.7.4 (even).</summary>
    internal static double Inside(double t, int degreesOfFreedom)
    {
        var angle = Math.Atan(t / Math.Sqrt(degreesOfFreedom));
        var cosine2 = Math.Cos(angle) * Math.Cos(angle);
        var odd = degreesOfFreedom % 2 == 1;
        if (odd && degreesOfFreedom == 1)
        {
            return 2 * angle / Math.PI;
        }

        var term = odd ? Math.Cos(angle) : 1.0;
        var sum = term;
        for (var k = odd ? 3 : 2; k <= degreesOfFreedom - 2; k += 2)
        {
            term *= cosine2 * (k - 1) / k;
            sum += term;
        }

        return odd ? 2 / Math.PI * (angle + Math.Sin(angle) * sum) : Math.Sin(angle) * sum;
    }
}
