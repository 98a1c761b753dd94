using static TorchSharp.torch;

namespace Parameterize.Samples.WordEmbeddings;

/// <summary>
/// W at any time as the closed form has it, from the eigenvectors of M* and from what each mode measures at the start: no training. A
/// rotation of its columns, which no score of words sees, is left out.
/// </summary>
internal sealed class PredictedVectors : IDisposable
{
    private readonly Tensor _eigenvectors;
    private readonly EmbeddingMode[] _modes;

    private PredictedVectors(Tensor eigenvectors, EmbeddingMode[] modes) => (_eigenvectors, _modes) = (eigenvectors, modes);

    /// <summary>From W at the start, [V, d]: as many positive modes as it has columns.</summary>
    public static PredictedVectors Of(EmbeddingTask task, Tensor vectors)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var count = Math.Min((int)vectors.shape[1], task.Eigenvalues.TakeWhile(value => value > 0).Count());
        var leading = task.Eigenvectors.narrow(1, 0, count);
        var sizes = leading.t().mm(vectors.cpu().to_type(ScalarType.Float64)).square().sum(dim: 1).sqrt().data<double>().ToArray();
        return new PredictedVectors(
            leading.clone().DetachFromDisposeScope(), [.. sizes.Select((size, mode) => new EmbeddingMode(task.Eigenvalues[mode], size))]);
    }

    /// <summary>[V, modes]; belongs to the caller.</summary>
    public Tensor At(double time) => _eigenvectors * tensor([.. _modes.Select(mode => mode.SizeAt(time))]);

    /// <inheritdoc/>
    public void Dispose() => _eigenvectors.Dispose();
}
