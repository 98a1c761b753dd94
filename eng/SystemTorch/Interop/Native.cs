using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>The functions of libsystemtorch; see native/systemtorch.cpp for their conventions.</summary>
internal static unsafe partial class Native
{
    private const string Library = "systemtorch";

    static Native() => NativeLoader.Install();

    [LibraryImport(Library)] internal static partial byte* st_error();
    [LibraryImport(Library)] internal static partial int st_operator(byte* name, byte* overload, nint* result);
    [LibraryImport(Library)] internal static partial int st_call(
        nint op, NativeArgument* arguments, int count, NativeResult* results, int capacity);
    [LibraryImport(Library)] internal static partial void st_free_list(NativeResult* results);
    [LibraryImport(Library)] internal static partial void st_free(nint tensor);
    [LibraryImport(Library)] internal static partial int st_from_data(
        void* data, long bytes, long* sizes, int dim, int dtype, NativeResult* result);
    [LibraryImport(Library)] internal static partial int st_data(nint tensor, void** data);
    [LibraryImport(Library)] internal static partial int st_info(nint tensor, NativeInfo* info);
    [LibraryImport(Library)] internal static partial int st_shape(nint tensor, long* sizes, long* strides);
    [LibraryImport(Library)] internal static partial int st_set_requires_grad(nint tensor, int value);
    [LibraryImport(Library)] internal static partial int st_retain_grad(nint tensor);
    [LibraryImport(Library)] internal static partial int st_grad(nint tensor, NativeResult* result);
    [LibraryImport(Library)] internal static partial int st_set_grad(nint tensor, nint value);
    [LibraryImport(Library)] internal static partial int st_leaf(nint tensor, int requires_grad, NativeResult* result);
    [LibraryImport(Library)] internal static partial int st_backward(
        nint* roots, nint* gradients, int count, nint* inputs, int input_count, int retain, int create);
    [LibraryImport(Library)] internal static partial int st_gradients(
        nint* outputs, nint* gradients, int count, nint* inputs, int input_count, int retain, int create, int allow_unused,
        NativeResult* results);
    [LibraryImport(Library)] internal static partial int st_get_grad_mode();
    [LibraryImport(Library)] internal static partial void st_set_grad_mode(int enabled);
    [LibraryImport(Library)] internal static partial int st_is_inference_mode();
    [LibraryImport(Library)] internal static partial nint st_enter_inference_mode(int enabled);
    [LibraryImport(Library)] internal static partial void st_leave_inference_mode(nint guard);
    [LibraryImport(Library)] internal static partial int st_get_default_dtype();
    [LibraryImport(Library)] internal static partial int st_set_default_dtype(int dtype);
    [LibraryImport(Library)] internal static partial nint st_default_generator();
    [LibraryImport(Library)] internal static partial nint st_new_generator(ulong seed);
    [LibraryImport(Library)] internal static partial void st_free_generator(nint generator);
    [LibraryImport(Library)] internal static partial void st_seed_generator(nint generator, ulong seed);
    [LibraryImport(Library)] internal static partial ulong st_reseed_generator(nint generator);
    [LibraryImport(Library)] internal static partial ulong st_generator_seed(nint generator);
    [LibraryImport(Library)] internal static partial int st_get_generator_state(nint generator, NativeResult* result);
    [LibraryImport(Library)] internal static partial int st_set_generator_state(nint generator, nint state);
    [LibraryImport(Library)] internal static partial int st_get_threads();
    [LibraryImport(Library)] internal static partial int st_set_threads(int count);
    [LibraryImport(Library)] internal static partial int st_get_interop_threads();
    [LibraryImport(Library)] internal static partial int st_set_interop_threads(int count);

    /// <summary>Turns libtorch's error, if there was one, into the exception that TorchSharp throws.</summary>
    internal static void Check(int status)
    {
        if (status != 0)
            throw new ExternalException(Marshal.PtrToStringUTF8((nint)st_error()));
    }
}
