using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The weight has shape [out, in / groups, kernel...], or [in, out / groups, kernel...] if transposed.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    private Parameter? weightValue;
    private Parameter? biasValue;

    private protected Convolution(
        string name, long in_channels, long out_channels, long[] kernel, long[] stride, Borders borders, long[] dilation, long groups,
        bool bias, Device? device, ScalarType? dtype, bool transposed = false, long[]? output_padding = null)
        : base(name)
    {
        if (in_channels % groups != 0 || out_channels % groups != 0)
            throw new ArgumentException("in_channels and out_channels must be divisible by groups");
        if (borders.Type == Padding.Same && stride.Any(step => step != 1))
            throw new ArgumentException("padding='same' is not supported for strided convolutions");
        SkipFields();
        (this.in_channels, this.out_channels, this.groups) = (in_channels, out_channels, groups);
        (kernel_size, this.stride, this.dilation) = (kernel, stride, dilation);
        (padding, padding_type, padding_mode) = (borders.Widths, borders.Type, borders.Mode);
        (this.transposed, this.output_padding) = (transposed, output_padding ?? new long[kernel.Length]);
        long[] channels = transposed ? [in_channels, out_channels / groups] : [out_channels, in_channels / groups];
        weight = new Parameter(empty([.. channels, .. kernel], dtype, device));
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

    public bool transposed { get; }

    public long groups { get; set; }

    public long[] kernel_size { get; set; }

    public long[] stride { get; set; }

    /// <summary>Null when the padding has a name.</summary>
    public long[]? padding { get; private set; }

    public Padding? padding_type { get; }

    public PaddingModes padding_mode { get; set; }

    public long[] dilation { get; set; }

    public long[] output_padding { get; set; }

    public void reset_parameters()
    {
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (bias is null)
            return;
        var bound = 1 / Math.Sqrt(nn.init.CalculateFanInAndFanOut(weight).fanIn);
        nn.init.uniform_(bias, -bound, bound);
    }

    /// <summary>Padding with the input's own elements happens before the convolution, the last dimension first.</summary>
    private protected bool TryPad(Tensor input, out Tensor padded)
    {
        var isOwn = padding_mode is PaddingModes.Reflect or PaddingModes.Replicate or PaddingModes.Circular;
        padded = isOwn ? nn.functional.pad(input, Sides(), padding_mode) : input;
        return isOwn;
    }

    private long[] Sides()
    {
        var sides = new List<long>();
        for (var i = kernel_size.Length - 1; i >= 0; i--)
        {
            var total = padding_type == Padding.Same ? dilation[i] * (kernel_size[i] - 1) : 2 * (padding?[i] ?? 0);
            sides.AddRange([total / 2, total - total / 2]);
        }

        return [.. sides];
    }

    /// <summary>What surrounds the input: widths or a rule for them, and with which elements.</summary>
    private protected readonly record struct Borders(long[]? Widths, Padding? Type, PaddingModes Mode);
}
