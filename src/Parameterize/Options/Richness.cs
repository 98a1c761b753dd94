namespace Parameterize;

/// <summary>The ends of the dial (Karkada, arXiv 2404.19719): activations of hidden layers change in training like n^(r - 1/2).</summary>
public static class Richness
{
    /// <summary>r = 0, lazy: the network follows its tangent kernel.</summary>
    public const double NeuralTangent = 0;

    /// <summary>r = 1/2, rich: features are learned at every width (muP).</summary>
    public const double MaximalUpdate = 0.5;

    /// <summary>Returns <paramref name="richness"/>, or refuses what the theory forbids.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="richness"/> is negative (outputs explode at init), above 1/2 (updates explode) or not a number.
    /// </exception>
    public static double Validated(double richness, string parameterName) =>
        richness is >= NeuralTangent and <= MaximalUpdate
            ? richness
            : throw new ArgumentOutOfRangeException(
                parameterName,
                richness,
                "Richness is between 0 (NTK, lazy) and 0.5 (muP, rich): below 0 outputs explode at init, above 0.5 updates explode.");

    /// <summary>Refuses a readout tied to an embedding below r = 1/2, where a token's own logit grows with width.</summary>
    /// <param name="richness">r, validated.</param>
    /// <param name="parameterName">The parameter that brings it.</param>
    /// <param name="readout">The readout.</param>
    /// <param name="embedding">The embedding whose weight it shares.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="richness"/> is below 1/2.</exception>
    public static void RequireRichTie(double richness, string parameterName, string readout, string embedding)
    {
        if (richness < MaximalUpdate)
        {
            throw new ArgumentOutOfRangeException(
                parameterName,
                richness,
                $"'{readout}' shares '{embedding}', and below r = 1/2 a token's own logit grows like n^(1/2 - r) where what is "
                + "read carries the embedding, as a residual stream does. Pass 0.5, give the readout a weight of its own, "
                + "or, if it does not see the embedding, say SeesEmbedding = false in its [Output].");
        }
    }

    /// <summary>Returns <paramref name="gamma"/>, the finite-width prefactor of the richness, or refuses it.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="gamma"/> is not positive and finite.</exception>
    public static double ValidatedGamma(double gamma, string parameterName) =>
        gamma > 0 && !double.IsInfinity(gamma)
            ? gamma
            : throw new ArgumentOutOfRangeException(
                parameterName, gamma, "Gamma, the prefactor in alpha = gamma * n^r, is positive and finite.");
}
