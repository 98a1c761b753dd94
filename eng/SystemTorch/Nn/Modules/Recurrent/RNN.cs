using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>h' = tanh or relu (W x + b + V h + c).</summary>
public sealed class RNN : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
{
    private readonly RecurrentShape shape;
    private readonly string operation;

    internal RNN(RecurrentShape shape, nn.NonLinearities nonLinearity, Device? device, ScalarType? dtype) : base(nameof(RNN))
    {
        SkipFields();
        this.shape = shape;
        operation = nonLinearity == nn.NonLinearities.ReLU ? "rnn_relu.input" : "rnn_tanh.input";
        RecurrentWeights.Register(this, shape, device, dtype);
    }

    public override (Tensor, Tensor) forward(Tensor input, Tensor? h0) => shape.Run(operation, this, input, h0);

    public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

    /// <summary>Only devices with kernels of their own for whole networks need their weights in one piece.</summary>
    public void flatten_parameters()
    {
    }

    public Parameter? get_weight_ih(long idx) => Get("weight_ih", idx);

    public Parameter? get_weight_hh(long idx) => Get("weight_hh", idx);

    public Parameter? get_bias_ih(long idx) => Get("bias_ih", idx);

    public Parameter? get_bias_hh(long idx) => Get("bias_hh", idx);

    private Parameter? Get(string name, long index)
    {
        var (layer, direction) = (index / shape.Directions, index % shape.Directions);
        return get_parameter(string.Create(CultureInfo.InvariantCulture, $"{name}_l{layer}{(direction == 0 ? "" : "_reverse")}"));
    }
}
