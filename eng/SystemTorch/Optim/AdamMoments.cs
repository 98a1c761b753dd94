using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The moments that Adam and its relatives keep for a parameter, and the step that Adam and AdamW take with them.</summary>
internal class AdamMoments(Parameter parameter) : ParameterState
{
    private Tensor? maximum;

    internal Tensor First { get; } = zeros_like(parameter).DetachFromDisposeScope();

    internal Tensor Second { get; } = zeros_like(parameter).DetachFromDisposeScope();

    /// <summary>How many gradients were observed.</summary>
    internal long Count { get; private set; }

    internal void Observe(Tensor gradient, double beta1, double beta2)
    {
        Count++;
        First.mul_(beta1).add_(gradient, 1 - beta1);
        Second.mul_(beta2).addcmul_(gradient, gradient, 1 - beta2);
    }

    internal void Step(Parameter parameter, Tensor gradient, double lr, double beta1, double beta2, double eps, bool amsgrad)
    {
        Observe(gradient, beta1, beta2);
        var squares = Second;
        if (amsgrad)
        {
            maximum ??= zeros_like(parameter).DetachFromDisposeScope();
            maximum.copy_(maximum.maximum(Second));
            squares = maximum;
        }

        var denominator = squares.sqrt().div_(Math.Sqrt(1 - Math.Pow(beta2, Count))).add_(eps);
        parameter.addcdiv_(First, denominator, -lr / (1 - Math.Pow(beta1, Count)));
    }
}
