using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>The root of TorchSharp's API.</summary>
public static partial class torch
{
    public static readonly Device CPU = new(DeviceType.CPU);

    public static Device CUDA => new(DeviceType.CUDA);

    public static DisposeScope? CurrentDisposeScope => DisposeScopes.Current;

    public static DisposeScope NewDisposeScope() => DisposeScopes.Open();

    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using var scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }

    public static int get_num_threads() => Native.st_get_threads();

    /// <summary>Threads inside one operator, of libtorch and of OpenBLAS.</summary>
    public static void set_num_threads(int num) => Native.Check(Native.st_set_threads(num));

    public static int get_num_interop_threads() => Native.st_get_interop_threads();

    public static void set_num_interop_threads(int num) => Native.Check(Native.st_set_interop_threads(num));

    public static ScalarType get_default_dtype() => (ScalarType)Native.st_get_default_dtype();

    public static void set_default_dtype(ScalarType dtype) => Native.Check(Native.st_set_default_dtype((int)dtype));

    public static partial class cuda
    {
        /// <summary>The distribution's libtorch is built without CUDA.</summary>
        public static bool is_available() => false;

        public static int device_count() => 0;
    }
}
