using static TorchSharp.torch;

namespace Parameterize.Experiments.Training;

/// <summary>
/// How far training moves the tangent kernel: lazy networks keep theirs, the more so the wider they are; rich ones do not.
/// </summary>
public static class KernelDrift
{
    /// <summary>|after - before| / |before| in the Frobenius norm; NaN or infinite if training diverged.</summary>
    public static double Between(Tensor before, Tensor after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        using var scope = NewDisposeScope();
        return ((after - before).square().sum().sqrt() / before.square().sum().sqrt()).item<double>();
    }

    /// <summary>
    /// The slope of the drift over width: <c>2r - 1</c>. Every activation moves by n^(r - 1/2). To first order that averages out over the
    /// neurons, since the moves follow the random signs of the weights above; what is left is of second order, n^(2r - 1), and at r = 0 as
    /// large as the fluctuation of the first order (Huang and Yau, arXiv 1909.08156: the kernel moves like 1/n).
    /// </summary>
    /// <param name="richness">r, in [0, 1/2].</param>
    public static double PredictedSlope(double richness) => 2 * Richness.Validated(richness, nameof(richness)) - 1;
}
