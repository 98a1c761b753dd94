using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Copies the data into a new tensor of the data's own type, then converts when another type is asked for.</summary>
    private static unsafe Tensor FromArray<T>(T[] data, long[] sizes, ScalarType? dtype, Device? device, bool requires_grad)
        where T : unmanaged
    {
        NativeResult result;
        fixed (void* first = &MemoryMarshal.GetArrayDataReference(data))
        fixed (long* dimensions = sizes)
        {
            var bytes = (long)data.Length * Unsafe.SizeOf<T>();
            Native.Check(Native.st_from_data(first, bytes, dimensions, sizes.Length, (int)ElementTypes.Of<T>(), &result));
        }

        var tensor = Aten.Wrap(result);
        if (device is not null && device.type != DeviceType.CPU)
            tensor = tensor.to(device, disposeAfter: true);
        if (dtype is { } type && type != tensor.dtype)
            tensor = tensor.to_type(type, disposeAfter: true);
        return Leaf(tensor, requires_grad);
    }

    private static Tensor Leaf(Tensor tensor, bool requires_grad)
    {
        if (requires_grad)
            tensor.requires_grad = true;
        return tensor;
    }

    private static T[] Flat<T>(Array array) where T : unmanaged
    {
        var flat = new T[array.Length];
        Buffer.BlockCopy(array, 0, flat, 0, array.Length * Unsafe.SizeOf<T>());
        return flat;
    }

    private static long[] Lengths(Array array) => [.. Enumerable.Range(0, array.Rank).Select(i => (long)array.GetLength(i))];
}
