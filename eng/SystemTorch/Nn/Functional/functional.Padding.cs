using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Pads the last dimensions, the very last one first: before and after each.</summary>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => mode switch
            {
                PaddingModes.Reflect => Aten.Call("pad", input, pad, "reflect"),
                PaddingModes.Replicate => Aten.Call("pad", input, pad, "replicate"),
                PaddingModes.Circular => Aten.Call("pad", input, pad, "circular"),
                _ => Aten.Call("pad", input, pad, "constant", value),
            };
        }
    }
}
