using System.Collections;

namespace TorchSharp.Utils;

/// <summary>Reads and writes the elements of a tensor in its logical order.</summary>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    private readonly torch.Tensor tensor;
    private readonly T* first;
    private readonly long[] sizes;
    private readonly long[] strides;
    private readonly bool contiguous;

    internal TensorAccessor(torch.Tensor tensor)
    {
        // An alias keeps the storage alive as long as this accessor, whatever scope the tensor is in.
        this.tensor = tensor.detach().DetachFromDisposeScope();
        first = (T*)this.tensor.Data;
        sizes = tensor.shape;
        strides = tensor.stride();
        contiguous = tensor.is_contiguous();
        Count = tensor.numel();
    }

    public long Count { get; }

    public bool IsReadOnly => false;

    public T this[params long[] indices]
    {
        get
        {
            var value = first[Offset(indices)];
            GC.KeepAlive(this);
            return value;
        }

        set
        {
            first[Offset(indices)] = value;
            GC.KeepAlive(this);
        }
    }

    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array.AsSpan());
        return array;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        if (contiguous && Count - tensorIndex <= int.MaxValue)
            new ReadOnlySpan<T>(first + tensorIndex, (int)(Count - tensorIndex)).CopyTo(array[arrayIndex..]);
        else
            for (var i = tensorIndex; i < Count; i++)
                array[arrayIndex++] = first[OffsetOf(i)];
        GC.KeepAlive(this);
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        for (var i = tensorIndex; i < Count && arrayIndex < array.Length; i++)
            first[OffsetOf(i)] = array[arrayIndex++];
        GC.KeepAlive(this);
    }

    public void Dispose() => tensor.Dispose();

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One index counts elements in logical order when the tensor has more dimensions, as TorchSharp does.</summary>
    private long Offset(long[] indices)
    {
        if (indices.Length == 1 && sizes.Length != 1)
            return OffsetOf(indices[0] < Count && indices[0] >= 0 ? indices[0] : throw new IndexOutOfRangeException());
        if (indices.Length != sizes.Length)
            throw new ArgumentException("The number of indices must match the number of dimensions");
        long offset = 0;
        for (var i = 0; i < indices.Length; i++)
            offset += (indices[i] >= 0 && indices[i] < sizes[i] ? indices[i] : throw new IndexOutOfRangeException()) * strides[i];
        return offset;
    }

    private long OffsetOf(long position)
    {
        if (contiguous)
            return position;
        long offset = 0;
        for (var i = sizes.Length - 1; i >= 0; i--)
        {
            offset += position % sizes[i] * strides[i];
            position /= sizes[i];
        }

        return offset;
    }
}
