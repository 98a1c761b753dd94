using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>One argument of an operator. Conversions keep operator definitions to one line; nothing here allocates.</summary>
internal readonly struct Argument
{
    internal readonly object? Reference;
    internal readonly long Bits;
    internal readonly ValueKind Kind;

    private Argument(ValueKind kind, long bits = 0, object? reference = null)
    {
        Kind = kind;
        Bits = bits;
        Reference = reference;
    }

    /// <summary>No value: an undefined optional.</summary>
    internal static Argument None => new(ValueKind.None);

    /// <summary>Whatever the operator's schema says.</summary>
    internal static Argument Default => default;

    internal static Argument List(double[] values) => new(ValueKind.Doubles, reference: values);
    internal static Argument Flags(params bool[] values) => new(ValueKind.Bools, reference: values);

    public static implicit operator Argument(Tensor? value) => value is null ? None : new(ValueKind.Tensor, reference: value);
    public static implicit operator Argument(int value) => new(ValueKind.Int, value);
    public static implicit operator Argument(long value) => new(ValueKind.Int, value);
    public static implicit operator Argument(long? value) => value is { } some ? some : None;
    public static implicit operator Argument(double value) => new(ValueKind.Double, BitConverter.DoubleToInt64Bits(value));
    public static implicit operator Argument(double? value) => value is { } some ? some : None;
    public static implicit operator Argument(bool value) => new(ValueKind.Bool, value ? 1 : 0);
    public static implicit operator Argument(long[]? value) => value is null ? None : new(ValueKind.Ints, reference: value);
    public static implicit operator Argument(Tensor?[] value) => new(ValueKind.Tensors, reference: value);
    public static implicit operator Argument(string? value) => value is null ? None : new(ValueKind.String, reference: value);
    public static implicit operator Argument(ScalarType? value) => value is { } some ? new(ValueKind.Int, (long)some) : None;
    public static implicit operator Argument(Device? value) => value is null ? None : new(ValueKind.Device, reference: value);
    public static implicit operator Argument(Generator? value) => value is null ? None : new(ValueKind.Generator, reference: value);
    public static implicit operator Argument(Scalar? value) => value is null ? None : new(value.Kind, value.Bits);
}
