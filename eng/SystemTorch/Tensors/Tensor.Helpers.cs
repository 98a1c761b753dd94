using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static Argument Rounding(RoundingMode mode) => mode == RoundingMode.None ? Argument.None : (Argument)mode.ToString();

        private static Tensor Cast(Tensor result, ScalarType? type) =>
            type is { } other && other != result.dtype ? result.to_type(other) : result;

        private Tensor DisposeAfter(Tensor result, bool disposeAfter)
        {
            if (disposeAfter)
                Dispose();
            return result;
        }
    }
}
