using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Which managed type holds an element of which tensor.</summary>
internal static class ElementTypes
{
    internal static ScalarType Of<T>() where T : unmanaged => default(T) switch
    {
        bool => ScalarType.Bool,
        byte => ScalarType.Byte,
        sbyte => ScalarType.Int8,
        short => ScalarType.Int16,
        int => ScalarType.Int32,
        long => ScalarType.Int64,
        Half => ScalarType.Float16,
        float => ScalarType.Float32,
        double => ScalarType.Float64,
        _ => throw new ArgumentException($"{typeof(T).Name} is not the element type of any tensor"),
    };

    /// <summary>TorchSharp reads a tensor only as its own element type.</summary>
    internal static void Check<T>(ScalarType dtype) where T : unmanaged
    {
        if (Of<T>() != dtype)
            throw new ArgumentException($"{dtype} is not compatible with {typeof(T)}");
    }
}
