using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>Calls of ATen operators by name: <c>"add.Tensor"</c> is aten::add, overload Tensor.</summary>
internal static unsafe class Aten
{
    private const int MaximumResults = 8;

    /// <summary>An operator with one tensor as result.</summary>
    internal static Tensor Call(string name, params ReadOnlySpan<Argument> arguments)
    {
        NativeResult result;
        OperatorCall.Invoke(name, arguments, &result, 1);
        return Wrap(result);
    }

    /// <summary>An operator that changes its first argument, which is also the result.</summary>
    internal static Tensor InPlace(string name, params ReadOnlySpan<Argument> arguments)
    {
        OperatorCall.Invoke(name, arguments, null, 0);
        return Unsafe.As<Tensor>(arguments[0].Reference!);
    }

    /// <summary>An operator with a list of tensors as its only result.</summary>
    internal static Tensor[] CallList(string name, params ReadOnlySpan<Argument> arguments)
    {
        NativeResult result;
        OperatorCall.Invoke(name, arguments, &result, 1);
        var list = (NativeResult*)result.Bits;
        var tensors = new Tensor[result.Count];
        for (var i = 0; i < tensors.Length; i++)
            tensors[i] = Wrap(list[i]);
        Native.st_free_list(list);
        return tensors;
    }

    internal static (Tensor, Tensor) Call2(string name, params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeResult[MaximumResults];
        OperatorCall.Invoke(name, arguments, results, MaximumResults);
        return (Wrap(results[0]), Wrap(results[1]));
    }

    internal static (Tensor, Tensor, Tensor) Call3(string name, params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeResult[MaximumResults];
        OperatorCall.Invoke(name, arguments, results, MaximumResults);
        return (Wrap(results[0]), Wrap(results[1]), Wrap(results[2]));
    }

    internal static (Tensor, Tensor, Tensor, Tensor) Call4(string name, params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeResult[MaximumResults];
        OperatorCall.Invoke(name, arguments, results, MaximumResults);
        return (Wrap(results[0]), Wrap(results[1]), Wrap(results[2]), Wrap(results[3]));
    }

    internal static bool CallBool(string name, params ReadOnlySpan<Argument> arguments)
    {
        NativeResult result;
        OperatorCall.Invoke(name, arguments, &result, 1);
        return result.Bits != 0;
    }

    internal static Tensor Wrap(in NativeResult result) => new(new TensorHandle((nint)result.Bits, result.Bytes));

    internal static Tensor? WrapOrNull(in NativeResult result) => result.Kind == ValueKind.Tensor ? Wrap(result) : null;
}
