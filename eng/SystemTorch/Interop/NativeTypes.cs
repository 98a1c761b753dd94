using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>What an argument or a result holds; mirrors <c>Tag</c> in systemtorch.cpp.</summary>
internal enum ValueKind
{
    Default, None, Tensor, Int, Double, Bool, Ints, Doubles, Tensors, String, Device, Generator, Bools,
}

[StructLayout(LayoutKind.Sequential)]
internal struct NativeArgument
{
    internal ValueKind Kind;
    internal int Count;
    internal long Bits;
}

[StructLayout(LayoutKind.Sequential)]
internal struct NativeResult
{
    internal ValueKind Kind;
    internal int Count;
    internal long Bits;
    internal long Bytes;
}

[StructLayout(LayoutKind.Sequential)]
internal struct NativeInfo
{
    internal int ScalarType;
    internal int DeviceType;
    internal int DeviceIndex;
    internal NativeFlags Flags;
    internal long Dimensions;
    internal long Elements;
    internal long StorageOffset;
}

[Flags]
internal enum NativeFlags
{
    None = 0,
    RequiresGrad = 1,
    Leaf = 2,
    Contiguous = 4,
    Sparse = 8,
}
