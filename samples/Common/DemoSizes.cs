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
    /// <summary>The powers of two between two exponents.</summary>
    public static double[] Powers(int first, int last) => [.. Enumerable.Range(first, last - first + 1).Select(exponent => Math.Pow(2, exponent))];
}
