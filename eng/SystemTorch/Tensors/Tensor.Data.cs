using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A view of the elements; <typeparamref name="T"/> must be the tensor's own element type.</summary>
        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            ElementTypes.Check<T>(dtype);
            return new TensorAccessor<T>(this);
        }

        /// <summary>The element of a tensor that has one.</summary>
        public unsafe T item<T>() where T : unmanaged
        {
            if (numel() != 1)
                throw new ArgumentException("The tensor must have exactly one element");
            ElementTypes.Check<T>(dtype);
            var value = *(T*)Data;
            GC.KeepAlive(this);
            return value;
        }

        public Scalar ToScalar() => dtype switch
        {
            ScalarType.Bool => item<bool>(),
            ScalarType.Float32 => item<float>(),
            ScalarType.Float64 => item<double>(),
            ScalarType.Int64 => item<long>(),
            ScalarType.Int32 => item<int>(),
            ScalarType.Byte => item<byte>(),
            ScalarType.Int8 => item<sbyte>(),
            ScalarType.Int16 => item<short>(),
            _ => to_type(ScalarType.Float32).item<float>(),
        };

        /// <summary>True when both have the same shape and elements, as a boolean tensor.</summary>
        public Tensor equal(Tensor target) => tensor(Equals(target));

        internal unsafe void* Data
        {
            get
            {
                void* data;
                Native.Check(Native.st_data(Handle, &data));
                return data;
            }
        }
    }
}
