using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>The one path from managed arguments to the boxed dispatcher. No allocation, except for lists of more than 64 numbers.</summary>
internal static unsafe class OperatorCall
{
    private const int ScratchLength = 64;
    private static readonly ConcurrentDictionary<string, nint> operators = new();

    [SkipLocalsInit]
    internal static void Invoke(string name, ReadOnlySpan<Argument> arguments, NativeResult* results, int capacity)
    {
        var native = stackalloc NativeArgument[arguments.Length];
        var scratch = stackalloc long[ScratchLength];
        long[]? large = null;
        var needed = 0;
        foreach (ref readonly var argument in arguments)
            needed += Length(argument);
        if (needed > ScratchLength)
        {
            large = GC.AllocateUninitializedArray<long>(needed, pinned: true);
            scratch = (long*)Unsafe.AsPointer(ref large[0]);
        }

        for (var i = 0; i < arguments.Length; i++)
            scratch += Encode(arguments[i], native + i, scratch);
        var status = Native.st_call(Operator(name), native, arguments.Length, results, capacity);
        foreach (ref readonly var argument in arguments)
            GC.KeepAlive(argument.Reference);
        GC.KeepAlive(large);
        Native.Check(status);
    }

    private static nint Operator(string name) => operators.TryGetValue(name, out var found) ? found : operators.GetOrAdd(name, Find);

    private static nint Find(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var operatorName = Encoding.UTF8.GetBytes("aten::" + (dot < 0 ? name : name[..dot]) + '\0');
        var overload = Encoding.UTF8.GetBytes((dot < 0 ? "" : name[(dot + 1)..]) + '\0');
        nint result;
        fixed (byte* first = operatorName, second = overload)
            Native.Check(Native.st_operator(first, second, &result));
        return result;
    }

    private static int Length(in Argument argument) => argument.Kind switch
    {
        ValueKind.Ints => ((long[])argument.Reference!).Length,
        ValueKind.Doubles => ((double[])argument.Reference!).Length,
        ValueKind.Bools => ((bool[])argument.Reference!).Length,
        ValueKind.Tensors => ((Tensor?[])argument.Reference!).Length,
        ValueKind.String => (Encoding.UTF8.GetByteCount((string)argument.Reference!) + 7) / 8,
        _ => 0,
    };

    /// <summary>Writes the argument and, for lists, its elements; returns how much of the scratch it took.</summary>
    private static int Encode(in Argument argument, NativeArgument* native, long* scratch)
    {
        *native = new NativeArgument { Kind = argument.Kind, Bits = argument.Bits };
        switch (argument.Kind)
        {
            case ValueKind.Tensor:
                native->Bits = Unsafe.As<Tensor>(argument.Reference!).Handle;
                return 0;
            case ValueKind.Generator:
                native->Bits = ((Generator)argument.Reference!).Handle;
                return 0;
            case ValueKind.Device:
                var device = (Device)argument.Reference!;
                native->Bits = (long)device.type;
                native->Count = device.index;
                return 0;
            case >= ValueKind.Ints:
                native->Bits = (long)scratch;
                native->Count = Length(argument);
                EncodeList(argument, native, scratch);
                return Length(argument);
            default:
                return 0;
        }
    }

    private static void EncodeList(in Argument argument, NativeArgument* native, long* scratch)
    {
        switch (argument.Reference)
        {
            case long[] integers:
                integers.CopyTo(new Span<long>(scratch, integers.Length));
                break;
            case double[] numbers:
                numbers.CopyTo(new Span<double>(scratch, numbers.Length));
                break;
            case bool[] flags:
                for (var i = 0; i < flags.Length; i++)
                    scratch[i] = flags[i] ? 1 : 0;
                break;
            case string text:
                native->Count = Encoding.UTF8.GetBytes(text, new Span<byte>(scratch, Encoding.UTF8.GetByteCount(text)));
                break;
            case Tensor?[] tensors:
                for (var i = 0; i < tensors.Length; i++)
                    scratch[i] = tensors[i]?.Handle ?? 0;
                break;
        }
    }
}
