using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What RNN, GRU and LSTM have in common besides their weights.</summary>
internal sealed record RecurrentShape(
    long Inputs, long Hidden, long Gates, long Layers, bool HasBias, bool BatchFirst, double Dropout, bool IsBidirectional)
{
    internal long Directions => IsBidirectional ? 2 : 1;

    /// <summary>The state at the start, in the type of the input.</summary>
    internal Tensor Zeros(Tensor input) =>
        zeros([Layers * Directions, input.size(BatchFirst ? 0 : 1), Hidden], input.dtype, input.device);

    internal void Check(Tensor input)
    {
        if (input.ndim != 3)
            throw new ArgumentException($"input must have 3 dimensions, got {input.ndim}");
        if (input.size(2) != Inputs)
            throw new ArgumentException($"input.size(-1) must be equal to input_size. Expected {Inputs}, got {input.size(2)}");
    }

    /// <summary>One state, of RNN and GRU.</summary>
    internal (Tensor, Tensor) Run(string name, nn.Module owner, Tensor input, Tensor? h0)
    {
        Check(input);
        using var scope = NewDisposeScope();
        var (output, state) = Aten.Call2(
            name, input, h0 ?? Zeros(input), owner.parameters().ToArray<Tensor>(), HasBias, Layers, Dropout, owner.training,
            IsBidirectional, BatchFirst);
        return scope.MoveToOuter(output, state);
    }
}
