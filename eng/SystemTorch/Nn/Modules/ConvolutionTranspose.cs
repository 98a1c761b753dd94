using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The gradient of a convolution with respect to its input, as a layer.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    private protected ConvolutionTranspose(
        string name, long in_channels, long out_channels, long[] kernel, long[] stride, long[] padding, long[] dilation,
        long[] output_padding, long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
        : base(
            name, in_channels, out_channels, kernel, stride, new Borders(padding, null, padding_mode), dilation, groups, bias, device,
            dtype, transposed: true, output_padding)
    {
        if (padding_mode != PaddingModes.Zeros)
            throw new ArgumentException($"Only 'zeros' padding mode is supported for {name}");
    }

    public override Tensor forward(Tensor input) => forward(input, null);

    public abstract Tensor forward(Tensor input, long[]? output_size);

    /// <summary>A strided convolution takes several sizes to the same one: what to add so that the way back ends at the wanted size.</summary>
    private protected long[] OutputPadding(Tensor input, long[]? output_size)
    {
        if (output_size is null)
            return output_padding;
        var dimensions = kernel_size.Length;
        var sizes = output_size.Length > dimensions ? output_size[^dimensions..] : output_size;
        var lengths = input.shape[^dimensions..];
        var added = new long[dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            var least = (lengths[i] - 1) * stride[i] - 2 * padding![i] + dilation[i] * (kernel_size[i] - 1) + 1;
            added[i] = sizes[i] - least;
            if (added[i] < 0 || added[i] >= stride[i])
                throw new ArgumentException($"An output of length {sizes[i]} is not within {least} and {least + stride[i] - 1}.");
        }

        return added;
    }
}

public sealed class ConvTranspose1d : ConvolutionTranspose
{
    internal ConvTranspose1d(
        long in_channels, long out_channels, long kernel_size, long stride, long padding, long dilation, long output_padding, long groups,
        bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
        : base(
            nameof(ConvTranspose1d), in_channels, out_channels, [kernel_size], [stride],
            [padding], [dilation],
            [output_padding], groups, bias, padding_mode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input, long[]? output_size) =>
        nn.functional.conv_transpose1d(
            input, weight, bias, stride[0], padding![0], OutputPadding(input, output_size)[0], dilation[0], groups);
}

public sealed class ConvTranspose2d : ConvolutionTranspose
{
    internal ConvTranspose2d(
        long in_channels, long out_channels, (long, long) kernel_size, (long, long) stride, (long, long) padding, (long, long) dilation, (long, long) output_padding, long groups,
        bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
        : base(
            nameof(ConvTranspose2d), in_channels, out_channels, [kernel_size.Item1, kernel_size.Item2], [stride.Item1, stride.Item2],
            [padding.Item1, padding.Item2], [dilation.Item1, dilation.Item2],
            [output_padding.Item1, output_padding.Item2], groups, bias, padding_mode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input, long[]? output_size) =>
        nn.functional.conv_transpose2d(
            input, weight, bias, stride, padding, OutputPadding(input, output_size), dilation, groups);
}

public sealed class ConvTranspose3d : ConvolutionTranspose
{
    internal ConvTranspose3d(
        long in_channels, long out_channels, (long, long, long) kernel_size, (long, long, long) stride, (long, long, long) padding, (long, long, long) dilation, (long, long, long) output_padding, long groups,
        bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
        : base(
            nameof(ConvTranspose3d), in_channels, out_channels, [kernel_size.Item1, kernel_size.Item2, kernel_size.Item3], [stride.Item1, stride.Item2, stride.Item3],
            [padding.Item1, padding.Item2, padding.Item3], [dilation.Item1, dilation.Item2, dilation.Item3],
            [output_padding.Item1, output_padding.Item2, output_padding.Item3], groups, bias, padding_mode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input, long[]? output_size) =>
        nn.functional.conv_transpose3d(
            input, weight, bias, stride, padding, OutputPadding(input, output_size), dilation, groups);
}
