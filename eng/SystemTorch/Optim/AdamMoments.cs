using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The moments that Adam and AdamW keep for a parameter, and the step that both take with them.</summary>
internal sealed class AdamMoments : IDisposable
{
    private readonly Tensor first;
    private readonly Tensor second;
    private Tensor? maximum;
    private long step;

    internal AdamMoments(Parameter parameter)
    {
        first = zeros_like(parameter).DetachFromDisposeScope();
        second = zeros_like(parameter).DetachFromDisposeScope();
    }

    internal void Step(Parameter parameter, Tensor gradient, double lr, double beta1, double beta2, double eps, bool amsgrad)
    {
        step++;
        first.mul_(beta1).add_(gradient, 1 - beta1);
        second.mul_(beta2).addcmul_(gradient, gradient, 1 - beta2);
        var squares = second;
        if (amsgrad)
        {
            maximum ??= zeros_like(parameter).DetachFromDisposeScope();
            maximum.copy_(maximum.maximum(second));
            squares = maximum;
        }

        var denominator = squares.sqrt().div_(Math.Sqrt(1 - Math.Pow(beta2, step))).add_(eps);
        parameter.addcdiv_(first, denominator, -lr / (1 - Math.Pow(beta1, step)));
    }

    public void Dispose()
    {
        first.Dispose();
        second.Dispose();
        maximum?.Dispose();
    }
}
