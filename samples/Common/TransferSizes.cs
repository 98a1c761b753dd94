namespace Parameterize.Samples;

/// <summary>How much a rate sweep trains.</summary>
/// <param name="Widths">The widths, rising.</param>
/// <param name="Rates">The base learning rates.</param>
/// <param name="Seeds">Seeds of init and batches.</param>
/// <param name="Steps">Steps of each run.</param>
public sealed record TransferSizes(IReadOnlyList<long> Widths, IReadOnlyList<double> Rates, int Seeds, int Steps)
{
    /// <summary>The same from the smallest width to another largest one.</summary>
    /// <param name="widest">The largest width; null for that of these sizes.</param>
    /// <exception cref="ArgumentException">That leaves fewer than two widths.</exception>
    public TransferSizes UpTo(long? widest)
    {
        if (widest is not { } largest)
        {
            return this;
        }

        var widths = new List<long>();
        for (var width = Widths[0]; width <= largest; width *= 2)
        {
            widths.Add(width);
        }

        return widths.Count > 1
            ? this with { Widths = widths }
            : throw new ArgumentException(
                FormattableString.Invariant($"--widest {largest} leaves one width or none: it is at least {2 * Widths[0]}."));
    }

    /// <summary>The powers of two between two exponents.</summary>
    public static double[] Powers(int first, int last) =>
        [.. Enumerable.Range(first, last - first + 1).Select(exponent => Math.Pow(2, exponent))];
}
