using static TorchSharp.torch;

namespace Parameterize.Samples.RichnessDial.Kernel;

/// <summary>
/// How much of a kernel is spent on the labels: <c>y'Ky / (|K| |y|^2)</c>, 1 for the kernel <c>y y'</c> (Cristianini et al., 2001).
/// </summary>
internal static class KernelAlignment
{
    /// <summary>Of a kernel [B, B] and labels [B].</summary>
    public static double Of(Tensor kernel, Tensor labels)
    {
        using var scope = NewDisposeScope();
        return (labels.dot(kernel.mv(labels)) / (kernel.square().sum().sqrt() * labels.square().sum())).item<double>();
    }
}
