using Parameterize.Experiments;
using static TorchSharp.torch;

namespace Parameterize.Samples.WordEmbeddings;

/// <summary>The statistics of a text as tensors, and the modes of the matrix that they make.</summary>
internal sealed class TextTask : IDisposable
{
    private const int Context = 16;

    public TextTask(WordCorpus corpus)
    {
        Corpus = corpus;
        var size = corpus.Vocabulary.Length;
        var target = EmbeddingTarget.Of(size, corpus.CountPairs(Context));
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var matrix = tensor(target.Matrix).reshape(size, size);
        var (values, vectors) = linalg.eigh(matrix);
        Eigenvalues = [.. values.data<double>().ToArray().Reverse()];
        Eigenvectors = vectors.flip(1).contiguous().MoveToOuterDisposeScope();
        Matrix = matrix.MoveToOuterDisposeScope();
        Positive = tensor([.. target.Positive], dtype: ScalarType.Float32).reshape(size, size).MoveToOuterDisposeScope();
        Negative = tensor([.. target.Negative], dtype: ScalarType.Float32).reshape(size, size).MoveToOuterDisposeScope();
        Everything = arange(size, dtype: ScalarType.Int64).MoveToOuterDisposeScope();
    }

    public WordCorpus Corpus { get; }

    public int Size => Corpus.Vocabulary.Length;

    /// <summary>Of M*, falling.</summary>
    public IReadOnlyList<double> Eigenvalues { get; }

    /// <summary>[V, V], a column each, in the order of the eigenvalues.</summary>
    public Tensor Eigenvectors { get; }

    /// <summary>M*, [V, V].</summary>
    public Tensor Matrix { get; }

    /// <summary>Indices of all words, [V].</summary>
    public Tensor Everything { get; }

    private Tensor Positive { get; }

    private Tensor Negative { get; }

    /// <summary>
    /// The expected loss over all pairs of the text: sum of <c>P_ij psi+ (s^2/4 - s) + P_i P_j psi- (s^2/4 + s)</c>, not sampled.
    /// </summary>
    /// <param name="vectors">W, [V, d].</param>
    public Tensor Loss(Tensor vectors)
    {
        var scores = vectors.mm(vectors.t());
        var quarter = scores.square() / 4;
        return (Positive * (quarter - scores)).sum() + (Negative * (quarter + scores)).sum();
    }

    public void Dispose()
    {
        foreach (var one in new[] { Eigenvectors, Matrix, Positive, Negative, Everything }) one.Dispose();
    }
}
