using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One step of RNN.</summary>
public sealed class RNNCell : nn.Module<Tensor, Tensor?, Tensor>
{
    private readonly string operation;

    internal RNNCell(long inputSize, long hiddenSize, nn.NonLinearities nonLinearity, bool bias, Device? device, ScalarType? dtype) : base(nameof(RNNCell))
    {
        SkipFields();
        operation = nonLinearity == nn.NonLinearities.ReLU ? "rnn_relu_cell" : "rnn_tanh_cell";
        RecurrentWeights.RegisterCell(this, inputSize, hiddenSize, 1, bias, device, dtype);
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
        return Aten.Call(operation, input, h0 ?? start, weight_ih, weight_hh, bias_ih, bias_hh);
    }
}
