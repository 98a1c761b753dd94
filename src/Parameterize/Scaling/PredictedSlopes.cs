namespace Parameterize.Scaling;

/// <summary>
/// What the theory says a coordinate check will measure for one layer: exponents of n of the root mean square over entries
/// (Karkada, arXiv 2404.19719, section 2; Yang and Hu, arXiv 2011.14522, section 3).
/// </summary>
/// <param name="Layer">The member.</param>
/// <param name="AtInit">The exponent of the layer's output before training.</param>
/// <param name="Change">The exponent of its change after some steps.</param>
public sealed record PredictedSlopes(string Layer, Exponent AtInit, Exponent Change)
{
    /// <summary>
    /// Input and hidden layers: outputs of size 1 at init that change like <c>n^(r - 1/2)</c>. Readout: <c>n^-r</c> at init and a
    /// change of size 1, at every richness.
    /// </summary>
    /// <returns>Null for tensors that are no layer of their own.</returns>
    public static PredictedSlopes? Of(string layer, ParameterKind kind) => kind switch
    {
        ParameterKind.Input or ParameterKind.Hidden => new(layer, Rational.Zero, Exponent.Richness - Rational.Half),
        ParameterKind.Output => new(layer, -Exponent.Richness, Rational.Zero),
        _ => null,
    };
}
