using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One step of LSTM.</summary>
public sealed class LSTMCell : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)>
{
    internal LSTMCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype) : base(nameof(LSTMCell))
    {
        SkipFields();
        RecurrentWeights.RegisterCell(this, inputSize, hiddenSize, 4, bias, device, dtype);
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

    public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0)
    {
        using var scope = NewDisposeScope();
        var (h0, c0) = h0_c0 ?? (Start(), Start());
        var (h, c) = Aten.Call2("lstm_cell", input, new[] { h0, c0 }, weight_ih, weight_hh, bias_ih, bias_hh);
        return scope.MoveToOuter(h, c);

        Tensor Start() => zeros([.. input.shape[..^1], weight_hh!.size(1)], input.dtype, input.device);
    }

    public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);
}
