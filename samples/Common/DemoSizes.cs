namespace Parameterize.Samples;

/// <summary>How much a demo trains.</summary>
/// <param name="SlopeWidths">The widths of the coordinate check, smallest and largest.</param>
/// <param name="SlopeSeeds">Seeds of the coordinate check.</param>
/// <param name="TransferWidths">The widths of the rate sweep.</param>
/// <param name="Rates">The rates of the sweep.</param>
/// <param name="TransferSeeds">Seeds of the sweep.</param>
/// <param name="Steps">Steps of each run of the sweep.</param>
internal sealed record DemoSizes(
    (long Smallest, long Largest) SlopeWidths, int SlopeSeeds, IReadOnlyList<long> TransferWidths, IReadOnlyList<double> Rates, int TransferSeeds, int Steps)
{
    /// <summary>The same with a rate sweep from the smallest width to another largest one.</summary>
    /// <exception cref="ArgumentException">That leaves fewer than two widths.</exception>
    public DemoSizes UpTo(long? widest)
    {
        if (widest is not { } largest)
        {
            return this;
        }

        var widths = new List<long>();
        for (var width = TransferWidths[0]; width <= largest; width *= 2) widths.Add(width);
        return widths.Count > 1
            ? this with { TransferWidths = widths }
            : throw new ArgumentException($"--widest {largest} leaves one width or none: it is at least {2 * TransferWidths[0]}.", nameof(widest));
    }

    /// <summary>The powers of two between two exponents.</summary>
    public static double[] Powers(int first, int last) => [.. Enumerable.Range(first, last - first + 1).Select(exponent => Math.Pow(2, exponent))];
}
