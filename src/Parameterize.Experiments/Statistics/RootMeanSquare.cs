namespace Parameterize.Experiments.Statistics;

/// <summary>Root mean square of a list of numbers: <c>sqrt(mean(x^2))</c>, the size that the scaling theory speaks of.</summary>
public static class RootMeanSquare
{
    /// <summary>Of doubles. Scaled by the largest entry, so that neither 1e-200 nor 1e200 loses its square.</summary>
    /// <param name="values">Any length; NaN gives NaN, an infinity gives infinity.</param>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static double Of(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("The root mean square of no values is undefined.", nameof(values));
        }

        var largest = 0.0;
        foreach (var value in values)
        {
            if (double.IsNaN(value))
            {
                return double.NaN;
            }

            largest = Math.Max(largest, Math.Abs(value));
        }

        if (largest == 0 || double.IsInfinity(largest))
        {
            return largest;
        }

        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value / largest * (value / largest);
        }

        return largest * Math.Sqrt(sum / values.Length);
    }

    /// <summary>Of a difference <c>after - before</c>, entry by entry: the change of an activation.</summary>
    /// <param name="before">Values at the start.</param>
    /// <param name="after">Values now, as many as before.</param>
    /// <exception cref="ArgumentException">The lengths differ or are zero.</exception>
    public static double OfChange(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        if (before.Length != after.Length)
        {
            throw new ArgumentException(
                $"A change needs as many values after ({after.Length}) as before ({before.Length}).", nameof(after));
        }

        var change = new double[before.Length];
        for (var i = 0; i < change.Length; i++)
        {
            change[i] = after[i] - before[i];
        }

        return Of(change);
    }
}
