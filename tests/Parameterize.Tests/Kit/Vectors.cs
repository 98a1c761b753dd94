using System.Numerics;
using System.Runtime.InteropServices;

namespace Parameterize.Tests.Kit;

/// <summary>The little linear algebra of a linear network.</summary>
internal static class Vectors
{
    /// <summary>An even number of independent draws (Box and Muller).</summary>
    public static double[] Gaussian(Random random, int count)
    {
        var values = new double[count];
        for (var i = 0; i < count; i += 2)
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * random.NextDouble());
            var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            values[i] = radius * cosine;
            values[i + 1] = radius * sine;
        }

        return values;
    }

    public static double[] Times(this double[] matrix, double[] vector)
    {
        var n = vector.Length;
        var product = new double[n];
        for (var row = 0; row < n; row++)
        {
            product[row] = Dot(matrix.AsSpan(row * n, n), vector);
        }

        return product;
    }

    public static double[] TransposedTimes(this double[] matrix, double[] vector)
    {
        var n = vector.Length;
        var product = new double[n];
        for (var row = 0; row < n; row++)
        {
            AddScaled(product, matrix.AsSpan(row * n, n), vector[row]);
        }

        return product;
    }

    /// <summary>target += factor * source.</summary>
    public static void AddScaled(Span<double> target, ReadOnlySpan<double> source, double factor)
    {
        var targets = MemoryMarshal.Cast<double, Vector<double>>(target);
        var sources = MemoryMarshal.Cast<double, Vector<double>>(source);
        for (var i = 0; i < targets.Length; i++)
        {
            targets[i] += sources[i] * factor;
        }

        for (var i = targets.Length * Vector<double>.Count; i < target.Length; i++)
        {
            target[i] += source[i] * factor;
        }
    }

    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var left = MemoryMarshal.Cast<double, Vector<double>>(a);
        var right = MemoryMarshal.Cast<double, Vector<double>>(b);
        var sum = Vector<double>.Zero;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        var total = Vector.Sum(sum);
        for (var i = left.Length * Vector<double>.Count; i < a.Length; i++)
        {
            total += a[i] * b[i];
        }

        return total;
    }

    public static double[] Plus(this double[] a, double[] b) => a.Zip(b, (x, y) => x + y).ToArray();

    public static double[] Minus(this double[] a, double[] b) => a.Zip(b, (x, y) => x - y).ToArray();

    public static double[] Scaled(this double[] a, double factor) => Array.ConvertAll(a, x => x * factor);

    /// <summary>The vector of length 1: the polar factor of the matrix that g h^T is, times h^T's.</summary>
    public static double[] Direction(this double[] a)
    {
        var scaled = a.Scaled(1 / a.Max(Math.Abs)); // whose squares do not underflow
        return scaled.Scaled(1 / Math.Sqrt(Dot(scaled, scaled)));
    }

    public static double[] Signs(this double[] a) => Array.ConvertAll(a, x => (double)Math.Sign(x));

    /// <summary>Root mean square, which for small numbers does not underflow as a mean of squares would.</summary>
    public static double Rms(this IReadOnlyCollection<double> values)
    {
        var largest = values.Max(Math.Abs);
        return largest == 0 ? 0 : largest * Math.Sqrt(values.Average(x => x / largest * (x / largest)));
    }

    /// <summary>The slope of log y over log x by least squares.</summary>
    public static double LogLogSlope(IEnumerable<(double X, double Y)> points)
    {
        var logs = points.Select(point => (X: Math.Log(point.X), Y: Math.Log(point.Y))).ToArray();
        var (x, y) = (logs.Average(point => point.X), logs.Average(point => point.Y));
        return logs.Sum(point => (point.X - x) * (point.Y - y)) / logs.Sum(point => (point.X - x) * (point.X - x));
    }
}
