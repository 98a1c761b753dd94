using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>max(0, x) + a min(0, x), with one learned slope, or one for each channel.</summary>
public sealed class PReLU : nn.Module<Tensor, Tensor>
{
    private Parameter? weightValue;

    internal PReLU(long num_parameters, double init, Device? device = null, ScalarType? dtype = null) : base(nameof(PReLU))
    {
        SkipFields();
        (this.num_parameters, this.init) = (num_parameters, init);
        weight = new Parameter(full(num_parameters, init, dtype, device));
    }

    public Parameter weight
    {
        get => weightValue!;
        set => Set(nameof(weight), ref weightValue, value);
    }

    public long num_parameters { get; }

    public double init { get; }

    public override string GetName() => nameof(PReLU);

    public override Tensor forward(Tensor tensor) => nn.functional.prelu(tensor, weight);
}
