using static TorchSharp.torch;

namespace Parameterize.Samples.WordEmbeddings;

/// <summary>
/// W at any time as the closed form has it, from the eigenvectors of M* and from what each mode measures at the start: no training. All
/// modes are in it, as they are in W before the first of them have come; they take a column each, in which no other has a part.
/// </summary>
internal sealed class PredictedVectors : IDisposable
{
    private readonly Tensor _eigenvectors;
    private readonly EmbeddingMode[] _modes;

    private PredictedVectors(Tensor eigenvectors, EmbeddingMode[] modes) => (_eigenvectors, _modes) = (eigenvectors, modes);

    /// <summary>From W at the start, [V, d].</summary>
    public static PredictedVectors Of(EmbeddingTask task, Tensor vectors)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var start = vectors.cpu().to_type(ScalarType.Float64);
        var sizes = task.Eigenvectors.t().mm(start).square().sum(dim: 1).sqrt().data<double>().ToArray();
        EmbeddingMode[] modes = [.. sizes.Select((size, mode) => new EmbeddingMode(task.Eigenvalues[mode], size))];
        return new PredictedVectors(task.Eigenvectors.alias().DetachFromDisposeScope(), modes);
    }

    /// <summary>[V, V]; belongs to the caller.</summary>
    public Tensor At(double time) => _eigenvectors * tensor([.. _modes.Select(mode => mode.SizeAt(time))]);

    /// <inheritdoc/>
    public void Dispose() => _eigenvectors.Dispose();
}
