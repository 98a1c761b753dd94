using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Convolution with zero padding; the weight has shape [out, in / groups, kernel...].</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    private Parameter? weightValue;
    private Parameter? biasValue;

    private protected Convolution(
        string name, long in_channels, long out_channels, long[] kernel, long[] stride, long[] padding, long[] dilation, long groups,
        bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
        : base(name)
    {
        if (padding_mode != PaddingModes.Zeros)
            throw new NotImplementedException($"{name} with padding mode {padding_mode}");
        if (in_channels % groups != 0 || out_channels % groups != 0)
            throw new ArgumentException("in_channels and out_channels must be divisible by groups");
        SkipFields();
        (this.in_channels, this.out_channels, this.groups) = (in_channels, out_channels, groups);
        (kernel_size, this.stride, this.padding, this.dilation) = (kernel, stride, padding, dilation);
        weight = new Parameter(empty([out_channels, in_channels / groups, .. kernel], dtype, device));
        if (bias)
            this.bias = new Parameter(empty(out_channels, dtype, device));
        reset_parameters();
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

    public long in_channels { get; }

    public long out_channels { get; }

    public long groups { get; set; }

    public long[] kernel_size { get; set; }

    public long[] stride { get; set; }

    public long[]? padding { get; private set; }

    public long[] dilation { get; set; }

    public void reset_parameters()
    {
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (bias is null)
            return;
        var bound = 1 / Math.Sqrt(nn.init.CalculateFanInAndFanOut(weight).fanIn);
        nn.init.uniform_(bias, -bound, bound);
    }
}

public sealed class Conv2d : Convolution
{
    internal Conv2d(
        long in_channels, long out_channels, (long, long) kernel_size, (long, long) stride, (long, long) padding, (long, long) dilation,
        long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
        : base(
            nameof(Conv2d), in_channels, out_channels, [kernel_size.Item1, kernel_size.Item2], [stride.Item1, stride.Item2],
            [padding.Item1, padding.Item2], [dilation.Item1, dilation.Item2], groups, bias, padding_mode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input) => nn.functional.conv2d(input, weight, bias, stride, padding, dilation, groups);
}

public sealed class Conv1d : Convolution
{
    internal Conv1d(
        long in_channels, long out_channels, long kernel_size, long stride, long padding, long dilation, long groups, bool bias,
        PaddingModes padding_mode, Device? device, ScalarType? dtype)
        : base(
            nameof(Conv1d), in_channels, out_channels, [kernel_size], [stride], [padding], [dilation], groups, bias, padding_mode,
            device, dtype)
    {
    }

    public override Tensor forward(Tensor input) =>
        nn.functional.conv1d(input, weight, bias, stride[0], padding![0], dilation[0], groups);
}
