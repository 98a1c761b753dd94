using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor relu() => Aten.Call("relu", this);
        public Tensor relu_() => Aten.InPlace("relu_", this);
        public Tensor silu() => Aten.Call("silu", this);
        public Tensor silu_() => Aten.InPlace("silu_", this);
        public Tensor selu() => Aten.Call("selu", this);
        public Tensor selu_() => Aten.InPlace("selu_", this);
        public Tensor hardswish() => Aten.Call("hardswish", this);
        public Tensor hardswish_() => Aten.InPlace("hardswish_", this);
        public Tensor hardsigmoid() => Aten.Call("hardsigmoid", this);
        public Tensor hardsigmoid_() => Aten.InPlace("hardsigmoid_", this);
        public Tensor gelu() => Aten.Call("gelu", this);
        public Tensor leaky_relu(Scalar negative_slope) => Aten.Call("leaky_relu", this, negative_slope);
        public Tensor log_sigmoid() => Aten.Call("log_sigmoid", this);
        public Tensor elu(double alpha = 1) => Aten.Call("elu", this, alpha);
        public Tensor softplus(double beta = 1, double threshold = 20) => Aten.Call("softplus", this, beta, threshold);
        public Tensor glu(long dim = -1) => Aten.Call("glu", this, dim);
        public Tensor hardtanh(Scalar min, Scalar max) => Aten.Call("hardtanh", this, min, max);
    }
}
