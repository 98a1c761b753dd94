using static TorchSharp.torch;

namespace SystemTorch.Tests.Operators;

/// <summary>One operator: what it computes, its closed form where there is one, and the inputs to try it on.</summary>
public sealed record OperatorCase(string Name, Func<Tensor[], Tensor> Apply, params Func<Tensor>[] Inputs)
{
    /// <summary>The value of each element from the elements of the inputs, for element-wise operators.</summary>
    public Func<double[], double>? Elementwise { get; init; }

    /// <summary>The expected elements, for others; null when only the gradient is checked.</summary>
    public double[]? Expected { get; init; }

    public bool Differentiable { get; init; } = true;

    public override string ToString() => Name;

    internal static Tensor Values(long[] shape, double low, double high, int seed)
    {
        using var generator = new Generator((ulong)seed);
        return empty(shape, ScalarType.Float64).uniform_(low, high, generator);
    }
}
