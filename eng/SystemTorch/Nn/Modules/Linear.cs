using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x Wᵀ + b, with W of shape [out, in].</summary>
public sealed class Linear : nn.Module<Tensor, Tensor>
{
    private Parameter? weightValue;
    private Parameter? biasValue;

    internal Linear(Parameter weight, Parameter? bias = null) : base(nameof(Linear))
    {
        SkipFields();
        in_features = weight.shape[1];
        out_features = weight.shape[0];
        this.weight = weight;
        this.bias = bias;
    }

    internal Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null)
        : this(new Parameter(empty(outputSize, inputSize, dtype, device)), hasBias ? new Parameter(empty(outputSize, dtype, device)) : null)
    {
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (bias is not null)
            nn.init.uniform_(bias, -1 / Math.Sqrt(inputSize), 1 / Math.Sqrt(inputSize));
    }

    public Parameter weight
    {
        get => weightValue!;
        set => Set(nameof(weight), ref weightValue, value);
    }

    public Parameter? bias
    {
        get => biasValue;
        set => Set(nameof(bias), ref biasValue, value);
    }

    public long in_features { get; set; }

    public long out_features { get; set; }

    public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, weight, bias);
}
