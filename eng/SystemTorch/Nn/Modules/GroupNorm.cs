using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Zero mean and unit variance over groups of channels, then gain (ones at first) and shift (zeros).</summary>
public sealed class GroupNorm : nn.Module<Tensor, Tensor>
{
    private Parameter? weightValue;
    private Parameter? biasValue;

    internal GroupNorm(long num_groups, long num_channels, double eps, bool affine, Device? device, ScalarType? dtype)
        : base(nameof(GroupNorm))
    {
        SkipFields();
        (this.num_groups, this.eps, this.affine) = (num_groups, eps, affine);
        if (!affine)
            return;
        weight = new Parameter(ones(num_channels, dtype, device));
        bias = new Parameter(zeros(num_channels, dtype, device));
    }

    /// <summary>Null when there is no affine part.</summary>
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

    public long num_groups { get; set; }

    public double eps { get; set; }

    public bool affine { get; set; }

    public override Tensor forward(Tensor tensor) => nn.functional.group_norm(tensor, num_groups, weightValue, biasValue, eps);
}
