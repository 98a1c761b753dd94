namespace Parameterize.Samples.WordEmbeddings;

/// <summary>
/// What a quadratic word embedding model learns from a text (Karkada et al., arXiv 2502.09863). Of s = w_i . w_j its loss is
/// <c>sum P_ij psi+ (s^2/4 - s) + P_i P_j psi- (s^2/4 + s)</c> over pairs: with the weights <c>psi+ = psi- = 1 / (P_ij + P_i P_j)</c> it is
/// <c>1/4 |W W' - M*|^2</c> and a constant.
/// </summary>
/// <param name="Size">V.</param>
/// <param name="Positive">P_ij psi+, V x V, row by row: the weight of a pair that occurs.</param>
/// <param name="Negative">P_i P_j psi-, V x V: the weight of a pair by chance; with Positive it sums to 1.</param>
/// <param name="Weight">psi+ = psi-, V x V: the weight of one pair that was drawn, whichever way.</param>
public sealed record EmbeddingTarget(int Size, IReadOnlyList<double> Positive, IReadOnlyList<double> Negative, IReadOnlyList<double> Weight)
{
    /// <summary>M*, V x V: <c>2 (P_ij - P_i P_j) / (P_ij + P_i P_j)</c>, from -2 (never together) over 0 (by chance) to 2.</summary>
    public double[] Matrix => [.. Positive.Zip(Negative, (positive, negative) => 2 * (positive - negative))];

    /// <summary>From counts of pairs.</summary>
    /// <param name="size">V.</param>
    /// <param name="counts">V x V, row by row, symmetric, not negative.</param>
    /// <exception cref="ArgumentException">There are not V x V counts, or some word is in no pair.</exception>
    public static EmbeddingTarget Of(int size, IReadOnlyList<double> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Count != size * size)
        {
            throw new ArgumentException($"{size} words have {size * size} pairs, not {counts.Count}.", nameof(counts));
        }

        var total = counts.Sum();
        double[] words = [.. Enumerable.Range(0, size).Select(i => Enumerable.Range(i * size, size).Sum(pair => counts[pair]) / total)];
        if (!words.All(share => share > 0))
        {
            throw new ArgumentException("Some word stands beside no other: take a longer text or fewer words.", nameof(counts));
        }

        var positive = new double[size * size];
        var negative = new double[size * size];
        var weight = new double[size * size];
        for (var pair = 0; pair < positive.Length; pair++)
        {
            var (together, chance) = (counts[pair] / total, words[pair / size] * words[pair % size]);
            weight[pair] = 1 / (together + chance);
            positive[pair] = together * weight[pair];
            negative[pair] = chance * weight[pair];
        }

        return new EmbeddingTarget(size, positive, negative, weight);
    }
}
