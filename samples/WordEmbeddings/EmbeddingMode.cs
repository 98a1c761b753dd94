namespace Parameterize.Samples.WordEmbeddings;

/// <summary>
/// How one mode of W grows under gradient flow on <c>1/4 |W W' - M*|^2</c> from a small init (arXiv 2502.09863): modes come one after the
/// other, the largest eigenvalue first. Time is <c>t = 2 * rate * steps</c>, the rate being that of gradient descent on this loss.
/// </summary>
/// <param name="Eigenvalue">l, an eigenvalue of M*; positive, or the mode dies out.</param>
/// <param name="InitialSize">s_0: the norm of v'W at the start, with v the eigenvector.</param>
public readonly record struct EmbeddingMode(double Eigenvalue, double InitialSize)
{
    /// <summary>When the mode comes: <c>tau = ln(l / s_0^2) / l</c>, at which s^2 is about l/2.</summary>
    public double Arrival => Math.Log(Eigenvalue / (InitialSize * InitialSize)) / Eigenvalue;

    /// <summary>s(t): <c>s^2 = e^(l t) / (1/s_0^2 + (e^(l t) - 1) / l)</c>; written with e^(-l t), which does not overflow.</summary>
    public double SizeAt(double time)
    {
        var decay = Math.Exp(-Eigenvalue * time);
        return 1 / Math.Sqrt(decay / (InitialSize * InitialSize) + (1 - decay) / Eigenvalue);
    }
}
