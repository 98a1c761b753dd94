using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Gated recurrent unit; the gates are reset, update and new.</summary>
public sealed class GRU : nn.Module<Tensor, Tensor, (Tensor, Tensor)>
{
    private readonly RecurrentShape shape;

    internal GRU(RecurrentShape shape, Device? device, ScalarType? dtype) : base(nameof(GRU))
    {
        SkipFields();
        this.shape = shape;
        RecurrentWeights.Register(this, shape, device, dtype);
    }

    public override (Tensor, Tensor) forward(Tensor input, Tensor h0 = null!) => shape.Run("gru.input", this, input, h0);

    public new (Tensor, Tensor) call(Tensor input, Tensor h0 = null!) => base.call(input, h0);

    /// <summary>Only devices with kernels of their own for whole networks need their weights in one piece.</summary>
    public void flatten_parameters()
    {
    }
}
