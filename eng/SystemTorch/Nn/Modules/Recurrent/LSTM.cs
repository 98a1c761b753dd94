using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Long short-term memory; the gates are input, forget, cell and output.</summary>
public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
{
    private readonly RecurrentShape shape;

    internal LSTM(RecurrentShape shape, Device? device, ScalarType? dtype) : base(nameof(LSTM))
    {
        SkipFields();
        this.shape = shape;
        RecurrentWeights.Register(this, shape, device, dtype);
    }

    public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
    {
        shape.Check(input);
        using var scope = NewDisposeScope();
        var (h0, c0) = h0_c0 ?? (shape.Zeros(input), shape.Zeros(input));
        var (output, h, c) = Aten.Call3(
            "lstm.input", input, new[] { h0, c0 }, parameters().ToArray<Tensor>(), shape.HasBias, shape.Layers, shape.Dropout, training,
            shape.IsBidirectional, shape.BatchFirst);
        return scope.MoveToOuter(output, h, c);
    }

    public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

    /// <summary>Only devices with kernels of their own for whole networks need their weights in one piece.</summary>
    public void flatten_parameters()
    {
    }
}
