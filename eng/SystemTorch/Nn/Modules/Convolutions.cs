using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed class Conv1d : Convolution
{
    internal Conv1d(
        long in_channels, long out_channels, long kernel_size, long stride, long? padding, Padding? padding_type, long dilation,
        long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
        : base(
            nameof(Conv1d), in_channels, out_channels, [kernel_size], [stride],
            new Borders(padding is { } some ? [some] : null, padding_type, padding_mode),
            [dilation], groups, bias, device, dtype)
    {
    }

    public override Tensor forward(Tensor input)
    {
        if (TryPad(input, out var padded))
            using (padded)
                return nn.functional.conv1d(padded, weight, bias, stride[0], null, dilation[0], groups);
        return padding_type is { } type
            ? nn.functional.conv1d_padding(input, weight, bias, stride[0], type, dilation[0], groups)
            : nn.functional.conv1d(input, weight, bias, stride[0], padding?[0], dilation[0], groups);
    }
}

public sealed class Conv2d : Convolution
{
    internal Conv2d(
        long in_channels, long out_channels, (long, long) kernel_size, (long, long) stride, (long, long)? padding, Padding? padding_type, (long, long) dilation,
        long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
        : base(
            nameof(Conv2d), in_channels, out_channels, [kernel_size.Item1, kernel_size.Item2], [stride.Item1, stride.Item2],
            new Borders(padding is { } some ? [some.Item1, some.Item2] : null, padding_type, padding_mode),
            [dilation.Item1, dilation.Item2], groups, bias, device, dtype)
    {
    }

    public override Tensor forward(Tensor input)
    {
        if (TryPad(input, out var padded))
            using (padded)
                return nn.functional.conv2d(padded, weight, bias, stride, null, dilation, groups);
        return padding_type is { } type
            ? nn.functional.conv2d_padding(input, weight, bias, stride, type, dilation, groups)
            : nn.functional.conv2d(input, weight, bias, stride, padding, dilation, groups);
    }
}

public sealed class Conv3d : Convolution
{
    internal Conv3d(
        long in_channels, long out_channels, (long, long, long) kernel_size, (long, long, long) stride, (long, long, long)? padding, Padding? padding_type, (long, long, long) dilation,
        long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
        : base(
            nameof(Conv3d), in_channels, out_channels, [kernel_size.Item1, kernel_size.Item2, kernel_size.Item3], [stride.Item1, stride.Item2, stride.Item3],
            new Borders(padding is { } some ? [some.Item1, some.Item2, some.Item3] : null, padding_type, padding_mode),
            [dilation.Item1, dilation.Item2, dilation.Item3], groups, bias, device, dtype)
    {
    }

    public override Tensor forward(Tensor input)
    {
        if (TryPad(input, out var padded))
            using (padded)
                return nn.functional.conv3d(padded, weight, bias, stride, null, dilation, groups);
        return padding_type is { } type
            ? nn.functional.conv3d_padding(input, weight, bias, stride, type, dilation, groups)
            : nn.functional.conv3d(input, weight, bias, stride, padding, dilation, groups);
    }
}
