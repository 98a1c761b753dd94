using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x Wᵢ y + bᵢ for each output i, with W of shape [out, in1, in2].</summary>
public sealed class Bilinear : nn.Module<Tensor, Tensor, Tensor>
{
    private Parameter? weightValue;
    private Parameter? biasValue;

    internal Bilinear(
        long in1_features, long in2_features, long out_features, bool hasBias = true, Device? device = null, ScalarType? dtype = null)
        : base(nameof(Bilinear))
    {
        SkipFields();
        (this.in1_features, this.in2_features, this.out_features) = (in1_features, in2_features, out_features);
        weight = new Parameter(empty([out_features, in1_features, in2_features], dtype, device));
        var bound = 1 / Math.Sqrt(in1_features);
        nn.init.uniform_(weight, -bound, bound);
        if (!hasBias)
            return;
        bias = new Parameter(empty(out_features, dtype, device));
        nn.init.uniform_(bias, -bound, bound);
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

    public long in1_features { get; set; }

    public long in2_features { get; set; }

    public long out_features { get; set; }

    public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.bilinear(input1, input2, weight, bias);
}
