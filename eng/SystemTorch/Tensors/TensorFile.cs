using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A tensor in a file: element type, number of dimensions and lengths as variable-length numbers, then the bytes.</summary>
internal static class TensorFile
{
    internal static unsafe void Write(BinaryWriter writer, Tensor tensor)
    {
        WriteNumber(writer, (long)tensor.dtype);
        var shape = tensor.shape;
        WriteNumber(writer, shape.Length);
        foreach (var length in shape)
            WriteNumber(writer, length);
        using var contiguous = tensor.detach().contiguous();
        var bytes = contiguous.numel() * contiguous.element_size();
        for (long done = 0; done < bytes; done += 1 << 20)
            writer.Write(new ReadOnlySpan<byte>((byte*)contiguous.Data + done, (int)Math.Min(1 << 20, bytes - done)));
    }

    internal static unsafe Tensor Read(BinaryReader reader)
    {
        var type = (ScalarType)ReadNumber(reader);
        var shape = new long[ReadNumber(reader)];
        for (var i = 0; i < shape.Length; i++)
            shape[i] = ReadNumber(reader);
        var tensor = empty(shape, type);
        var bytes = tensor.numel() * tensor.element_size();
        for (long done = 0; done < bytes; done += 1 << 20)
            reader.BaseStream.ReadExactly(new Span<byte>((byte*)tensor.Data + done, (int)Math.Min(1 << 20, bytes - done)));
        return tensor;
    }

    internal static void WriteNumber(BinaryWriter writer, long value) => writer.Write7BitEncodedInt64(value);

    internal static long ReadNumber(BinaryReader reader) => reader.Read7BitEncodedInt64();
}
