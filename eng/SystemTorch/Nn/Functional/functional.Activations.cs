using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? Aten.InPlace("relu_", x) : Aten.Call("relu", x);
            public static Tensor silu(Tensor x, bool inplace = false) => inplace ? Aten.InPlace("silu_", x) : Aten.Call("silu", x);
            public static Tensor selu(Tensor x, bool inplace = false) => inplace ? Aten.InPlace("selu_", x) : Aten.Call("selu", x);
            public static Tensor relu6(Tensor x, bool inplace = false) => inplace ? Aten.InPlace("relu6_", x) : Aten.Call("relu6", x);
            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.tanh_() : x.tanh();
            public static Tensor hardswish(Tensor input, bool inplace = false) => inplace ? input.hardswish_() : input.hardswish();
            public static Tensor hardsigmoid(Tensor input, bool inplace = false) => inplace ? input.hardsigmoid_() : input.hardsigmoid();
            public static Tensor mish(Tensor x, bool inplace = false) => inplace ? Aten.InPlace("mish_", x) : Aten.Call("mish", x);
            public static Tensor gelu(Tensor x) => Aten.Call("gelu", x);
            public static Tensor gelu(Tensor x, bool inplace) => inplace ? Aten.InPlace("gelu_", x) : Aten.Call("gelu", x);
            public static Tensor sigmoid(Tensor x) => x.sigmoid();
            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? x.sigmoid_() : x.sigmoid();

            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace ? Aten.InPlace("leaky_relu_", input, negative_slope) : Aten.Call("leaky_relu", input, negative_slope);

            public static Tensor elu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? Aten.InPlace("elu_", x, alpha) : Aten.Call("elu", x, alpha);

            public static Tensor celu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? Aten.InPlace("celu_", x, alpha) : Aten.Call("celu", x, alpha);

            public static Tensor hardtanh(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false) =>
                inplace ? Aten.InPlace("hardtanh_", x, min_val, max_val) : Aten.Call("hardtanh", x, min_val, max_val);

            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => Aten.Call("softplus", x, beta, threshold);
            public static Tensor softsign(Tensor x, bool inplace = false) => inplace ? x.div_(x.abs() + 1) : x / (x.abs() + 1);
            public static Tensor logsigmoid(Tensor x) => Aten.Call("log_sigmoid", x);
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Aten.Call("softmax.int", input, dim, dtype);
            public static Tensor log_softmax(Tensor x, long dim) => Aten.Call("log_softmax.int", x, dim);
            public static Tensor softmin(Tensor x, long dim) => softmax(-x, dim);
            public static Tensor softmax2d(Tensor x) => softmax(x, -3);
            public static Tensor hardshrink(Tensor x, double lambda = 0.5) => Aten.Call("hardshrink", x, lambda);
            public static Tensor softshrink(Tensor x, double lambda = 0.5) => Aten.Call("softshrink", x, lambda);
            public static Tensor tanhshrink(Tensor x, bool inplace = false) => inplace ? x.sub_(x.tanh()) : x - x.tanh();

            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                inplace ? Aten.InPlace("threshold_", x, threshold, value) : Aten.Call("threshold", x, threshold, value);

            public static Tensor glu(Tensor input, long dim = -1) => Aten.Call("glu", input, dim);
            public static Tensor prelu(Tensor input, Tensor weight) => Aten.Call("prelu", input, weight);
        }
    }
}
