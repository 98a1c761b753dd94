namespace Parameterize.Samples.RichnessDial;

/// <summary>The tutorial's table of norms for three linear layers (arXiv 2404.19719), as exponents of the width.</summary>
internal static class NormTable
{
    /// <summary>Each entry of the table: at init |h| = n^1/2, n^1/2, n^-r; own part n^r, n^r, 1; passed on 0, n^r, 1.</summary>
    public static IEnumerable<(string Quantity, double Exponent)> Predicted(double richness) =>
    [
        ("_first at init", 0.5),
        ("_first own", richness),
        ("_second at init", 0.5),
        ("_second own", richness),
        ("_second passed on", richness),
        ("_third at init", -richness),
        ("_third own", 0),
        ("_third passed on", 0),
    ];
}
