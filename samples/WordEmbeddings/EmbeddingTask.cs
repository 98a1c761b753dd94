using Parameterize.Experiments;
using static TorchSharp.torch;

namespace Parameterize.Samples.WordEmbeddings;

/// <summary>The statistics of a text as tensors, and the modes of the matrix that they make.</summary>
internal sealed class EmbeddingTask : IDisposable
{
    private const int Context = 16;

    public EmbeddingTask(WordCorpus corpus, Placement placement)
    {
        (Corpus, Placement) = (corpus, placement);
        var size = corpus.Vocabulary.Length;
        var target = EmbeddingTarget.Of(size, corpus.CountPairs(Context));
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var matrix = tensor(target.Matrix).reshape(size, size);
        var (values, vectors) = linalg.eigh(matrix);
        Eigenvalues = [.. values.data<double>().ToArray().Reverse()];
        Eigenvectors = vectors.flip(1).contiguous().MoveToOuterDisposeScope();
        Matrix = matrix.MoveToOuterDisposeScope();
        Both = Placed([.. target.Positive.Zip(target.Negative, (positive, negative) => positive + negative)]).reshape(size, size)
            .MoveToOuterDisposeScope();
        Difference = Placed([.. target.Positive.Zip(target.Negative, (positive, negative) => positive - negative)]).reshape(size, size)
            .MoveToOuterDisposeScope();
        Weight = Placed([.. target.Weight]).MoveToOuterDisposeScope();
        Everything = placement.Of(arange(size, dtype: ScalarType.Int64)).MoveToOuterDisposeScope();

        Tensor Placed(double[] numbers) => placement.Of(tensor(numbers, dtype: ScalarType.Float32));
    }

    public WordCorpus Corpus { get; }

    /// <summary>Where models train on it.</summary>
    public Placement Placement { get; }

    public int Size => Corpus.Vocabulary.Length;

    /// <summary>Of M*, falling.</summary>
    public IReadOnlyList<double> Eigenvalues { get; }

    /// <summary>[V, V], a column each, in the order of the eigenvalues.</summary>
    public Tensor Eigenvectors { get; }

    /// <summary>M*, [V, V].</summary>
    public Tensor Matrix { get; }

    /// <summary>Indices of all words, [V].</summary>
    public Tensor Everything { get; }

    /// <summary>P_ij psi+ + P_i P_j psi-, [V, V].</summary>
    private Tensor Both { get; }

    /// <summary>P_ij psi+ - P_i P_j psi-, [V, V].</summary>
    private Tensor Difference { get; }

    /// <summary>psi, [V * V].</summary>
    private Tensor Weight { get; }

    /// <summary>
    /// The expected loss over all pairs of the text: sum of <c>P_ij psi+ (s^2/4 - s) + P_i P_j psi- (s^2/4 + s)</c>, not sampled.
    /// </summary>
    /// <param name="vectors">W, [V, d].</param>
    public Tensor Loss(Tensor vectors)
    {
        var scores = vectors.mm(vectors.t());
        return (scores * (Both * scores / 4 - Difference)).sum();
    }

    /// <summary>
    /// The same loss estimated from a batch: mean of <c>psi+ (s^2/4 - s)</c> over pairs that occur, and of <c>psi- (s^2/4 + s)</c> over
    /// pairs by chance. Its expectation is the loss over all pairs.
    /// </summary>
    /// <param name="vectors">W, [V, d].</param>
    /// <param name="batch">What was drawn.</param>
    public Tensor Loss(Tensor vectors, PairBatch batch)
    {
        // Thousands of pairs among some thousand words: all scores by one product are cheaper than two vectors fetched for each pair.
        var scores = vectors.mm(vectors.t()).flatten();
        var (occurring, chance) = (Codes(batch.Left, batch.Right), Codes(batch.Left, batch.Chance));
        var (together, apart) = (scores.index_select(0, occurring), scores.index_select(0, chance));
        return (Weight.index_select(0, occurring) * together * (together / 4 - 1)).mean()
            + (Weight.index_select(0, chance) * apart * (apart / 4 + 1)).mean();
    }

    /// <summary>Batches of pairs of the text.</summary>
    public PairSampler Pairs(int batchSize, int seed) => Corpus.Pairs(Context, batchSize, seed);

    public void Dispose()
    {
        foreach (var one in new[] { Eigenvectors, Matrix, Both, Difference, Weight, Everything })
        {
            one.Dispose();
        }
    }

    private Tensor Codes(IReadOnlyList<int> left, IReadOnlyList<int> right)
    {
        var codes = new long[left.Count];
        for (var pair = 0; pair < codes.Length; pair++)
        {
            codes[pair] = (long)left[pair] * Size + right[pair];
        }

        return Placement.Of(tensor(codes));
    }
}
