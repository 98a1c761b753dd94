namespace Parameterize.Samples.RandomFeatures;

/// <summary>
/// Finds the minimum of a smooth function of one number: a grid first, so that a second valley is seen, then golden section.
/// </summary>
internal static class GridSearch
{
    private const int Steps = 80;
    private static readonly double Golden = (Math.Sqrt(5) - 1) / 2;

    /// <summary>Evaluates <paramref name="at"/> on [low, high] and returns what it gave where <paramref name="height"/> is least.</summary>
    public static T Minimum<T>(double low, double high, Func<double, T> at, Func<T, double> height)
    {
        var step = (high - low) / Steps;
        var best = Enumerable.Range(0, Steps + 1).MinBy(i => Height(low + i * step));
        double left = low + Math.Max(0, best - 1) * step, right = low + Math.Min(Steps, best + 1) * step;
        while (right - left > 1e-7)
        {
            double first = right - Golden * (right - left), second = left + Golden * (right - left);
            if (Height(first) <= Height(second))
            {
                right = second;
            }
            else
            {
                left = first;
            }
        }

        return new[] { at(low + best * step), at(0.5 * (left + right)) }.MinBy(height)!;

        double Height(double position)
        {
            var value = height(at(position));
            return double.IsFinite(value) ? value : double.PositiveInfinity;
        }
    }
}
