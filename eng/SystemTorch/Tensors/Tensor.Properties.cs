using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public long Dimensions => Info.Dimensions;

        public long ndim => Info.Dimensions;

        public long NumberOfElements => Info.Elements;

        public long ElementSize => element_size();

        public bool is_cuda => device_type == DeviceType.CUDA;

        public bool is_leaf => Info.Flags.HasFlag(NativeFlags.Leaf);

        public ScalarType dtype => (ScalarType)Info.ScalarType;

        public Device device => Info is { DeviceType: 0 } ? CPU : new Device(device_type, device_index);

        public int device_index => Info.DeviceIndex;

        public DeviceType device_type => (DeviceType)Info.DeviceType;

        public bool is_sparse => Info.Flags.HasFlag(NativeFlags.Sparse);

        public bool requires_grad
        {
            get => Info.Flags.HasFlag(NativeFlags.RequiresGrad);
            set
            {
                Native.Check(Native.st_set_requires_grad(Handle, value ? 1 : 0));
                GC.KeepAlive(this);
            }
        }

        public unsafe long[] shape
        {
            get
            {
                var sizes = new long[Info.Dimensions];
                fixed (long* first = sizes)
                    Native.Check(Native.st_shape(Handle, first, null));
                GC.KeepAlive(this);
                return sizes;
            }
        }

        /// <summary>The gradient, or null when none has been accumulated; assigning null forgets it.</summary>
        public unsafe Tensor? grad
        {
            get
            {
                NativeResult result;
                Native.Check(Native.st_grad(Handle, &result));
                GC.KeepAlive(this);
                return Aten.WrapOrNull(result);
            }
            set
            {
                Native.Check(Native.st_set_grad(Handle, value?.Handle ?? 0));
                GC.KeepAlive(this);
                GC.KeepAlive(value);
            }
        }

        public long dim() => Info.Dimensions;

        public long numel() => Info.Elements;

        public long element_size() => dtype.ElementSize();

        public bool is_integral() => torch.is_integral(dtype);

        public bool is_floating_point() => torch.is_floating_point(dtype);

        public bool is_complex() => torch.is_complex(dtype);

        public bool is_cpu() => device_type == DeviceType.CPU;

        public bool is_contiguous() => Info.Flags.HasFlag(NativeFlags.Contiguous);

        public long storage_offset() => Info.StorageOffset;

        public long size(int dim) => shape[dim < 0 ? dim + (int)Dimensions : dim];

        public long[] size() => shape;

        public unsafe long[] stride()
        {
            var strides = new long[Info.Dimensions];
            fixed (long* first = strides)
                Native.Check(Native.st_shape(Handle, null, first));
            GC.KeepAlive(this);
            return strides;
        }

        public long stride(int dim) => stride()[dim < 0 ? dim + (int)Dimensions : dim];

        private unsafe NativeInfo Info
        {
            get
            {
                NativeInfo info;
                Native.Check(Native.st_info(Handle, &info));
                GC.KeepAlive(this);
                return info;
            }
        }
    }
}
