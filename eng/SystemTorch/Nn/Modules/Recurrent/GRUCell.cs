using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One step of GRU.</summary>
public sealed class GRUCell : nn.Module<Tensor, Tensor?, Tensor>
{
    internal GRUCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype) : base(nameof(GRUCell))
    {
        SkipFields();
        RecurrentWeights.RegisterCell(this, inputSize, hiddenSize, 3, bias, device, dtype);
    }

    public Parameter? bias_ih
    {
        get => get_parameter(nameof(bias_ih));
        set => Replace(nameof(bias_ih), value);
    }

    public Parameter? bias_hh
    {
        get => get_parameter(nameof(bias_hh));
        set => Replace(nameof(bias_hh), value);
    }

    public Parameter? weight_ih
    {
        get => get_parameter(nameof(weight_ih));
        set => Replace(nameof(weight_ih), value);
    }

    public Parameter? weight_hh
    {
        get => get_parameter(nameof(weight_hh));
        set => Replace(nameof(weight_hh), value);
    }

    public override Tensor forward(Tensor input, Tensor? h0 = null)
    {
        using var start = h0 is null ? zeros([.. input.shape[..^1], weight_hh!.size(1)], input.dtype, input.device) : null;
        return Aten.Call("gru_cell", input, h0 ?? start, weight_ih, weight_hh, bias_ih, bias_hh);
    }
}
