using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace SystemTorch.Tests.Operators;

/// <summary>Operators that work element by element, with the same function of doubles beside each.</summary>
internal static class ElementwiseCases
{
    private static readonly long[] shape = [2, 3];

    internal static IReadOnlyList<OperatorCase> All { get; } =
    [
        One("abs", x => x.abs(), Math.Abs),
        One("acos", x => x.acos(), Math.Acos, -0.9, 0.9),
        One("asin", x => x.asin(), Math.Asin, -0.9, 0.9),
        One("atan", x => x.atan(), Math.Atan),
        One("cos", x => x.cos(), Math.Cos),
        One("cosh", x => x.cosh(), Math.Cosh),
        One("exp", x => x.exp(), Math.Exp),
        One("expm1", x => x.expm1(), x => Math.Exp(x) - 1),
        One("log", x => x.log(), Math.Log, 0.5, 2),
        One("log1p", x => x.log1p(), x => Math.Log(1 + x), 0.5, 2),
        One("log2", x => x.log2(), Math.Log2, 0.5, 2),
        One("neg", x => -x, x => -x),
        One("reciprocal", x => x.reciprocal(), x => 1 / x, 0.5, 2),
        One("rsqrt", x => x.rsqrt(), x => 1 / Math.Sqrt(x), 0.5, 2),
        One("sigmoid", x => x.sigmoid(), Sigmoid),
        One("sin", x => torch.sin(x), Math.Sin),
        One("sinh", x => x.sinh(), Math.Sinh),
        One("sqrt", x => x.sqrt(), Math.Sqrt, 0.5, 2),
        One("square", x => x.square(), x => x * x),
        One("tan", x => x.tan(), Math.Tan, -1, 1),
        One("tanh", x => x.tanh(), Math.Tanh),
        One("pow scalar", x => x.pow(3), x => x * x * x),
        One("clamp", x => x.clamp(-10, 10), x => x),
        One("clamp_min", x => x.clamp_min(-10), x => x),
        One("relu", x => F.relu(x), x => Math.Max(x, 0)),
        One("gelu", x => F.gelu(x), Gelu),
        One("silu", x => F.silu(x), x => x * Sigmoid(x)),
        One("softplus", x => F.softplus(x), x => Math.Log(1 + Math.Exp(x))),
        One("logsigmoid", x => F.logsigmoid(x), x => Math.Log(Sigmoid(x))),
        One("leaky_relu", x => F.leaky_relu(x, 0.1), x => x > 0 ? x : 0.1 * x),
        One("elu", x => F.elu(x, 1.5), x => x > 0 ? x : 1.5 * (Math.Exp(x) - 1)),
        One("add double", x => x + 1.5, x => x + 1.5),
        One("double add", x => 1.5 + x, x => x + 1.5),
        One("sub int", x => x - 2, x => x - 2),
        One("int sub", x => 2 - x, x => 2 - x),
        One("mul float", x => x * 0.5f, x => x * 0.5),
        One("long mul", x => 3L * x, x => x * 3),
        One("div long", x => x / 4L, x => x / 4),
        One("double div", x => 2.0 / x, x => 2 / x, 0.5, 2),
        One("mul scalar", x => x.mul(2.5), x => 2.5 * x),
        One("add scalar alpha", x => x.add(2, 3), x => x + 6),
        Two("add", (x, y) => x + y, (x, y) => x + y),
        Two("sub", (x, y) => x - y, (x, y) => x - y),
        Two("mul", (x, y) => x * y, (x, y) => x * y),
        Two("div", (x, y) => x / y, (x, y) => x / y),
        Two("add alpha", (x, y) => x.add(y, 0.5), (x, y) => x + 0.5 * y),
        Two("pow", (x, y) => x.pow(y), Math.Pow),
        Two("maximum", (x, y) => x.maximum(y), Math.Max),
        Two("minimum", (x, y) => x.minimum(y), Math.Min),
        Two("atan2", (x, y) => x.atan2(y), Math.Atan2),
        Two("addcmul", (x, y) => x.addcmul(x, y, 2), (x, y) => x + 2 * x * y),
        Two("addcdiv", (x, y) => x.addcdiv(x, y, 2), (x, y) => x + 2 * x / y),
        Two("lerp", (x, y) => x.lerp(y, tensor(0.25)), (x, y) => x + 0.25 * (y - x)),
        Two("where", (x, y) => torch.where(x > 1, x, y), (x, y) => x > 1 ? x : y),
        Compared("eq", (x, y) => x.eq(y), (x, y) => x == y),
        Compared("ne", (x, y) => x != y, (x, y) => x != y),
        Compared("lt", (x, y) => x < y, (x, y) => x < y),
        Compared("le", (x, y) => x <= y, (x, y) => x <= y),
        Compared("gt", (x, y) => x > y, (x, y) => x > y),
        Compared("ge", (x, y) => x >= y, (x, y) => x >= y),
        Compared("isnan", (x, _) => x.isnan(), (_, _) => false),
        Compared("isfinite", (x, _) => x.isfinite(), (_, _) => true),
        One("floor", x => x.floor(), Math.Floor) with { Differentiable = false },
        One("ceil", x => x.ceil(), Math.Ceiling) with { Differentiable = false },
        One("sign", x => x.sign(), x => Math.Sign(x)) with { Differentiable = false },
        One("mul_", x => x.clone().mul_(2), x => 2 * x),
        One("add_", x => x.clone().add_(2), x => x + 2),
        One("sub_", x => x.clone().sub_(2), x => x - 2),
        One("div_", x => x.clone().div_(2), x => x / 2),
        Two("addcmul_", (x, y) => x.clone().addcmul_(x, y, 2), (x, y) => x + 2 * x * y),
        Two("addcdiv_", (x, y) => x.clone().addcdiv_(x, y, 2), (x, y) => x + 2 * x / y),
    ];

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double Gelu(double x)
    {
        using var erf = tensor(x / Math.Sqrt(2)).erf();
        return x * (1 + erf.item<double>()) / 2;
    }

    private static OperatorCase One(
        string name, Func<Tensor, Tensor> apply, Func<double, double> closed, double low = -2, double high = 2) =>
        new(name, inputs => apply(inputs[0]), () => OperatorCase.Values(shape, low, high, 1)) { Elementwise = values => closed(values[0]) };

    private static OperatorCase Two(string name, Func<Tensor, Tensor, Tensor> apply, Func<double, double, double> closed) =>
        new(
            name,
            inputs => apply(inputs[0], inputs[1]),
            () => OperatorCase.Values(shape, 0.5, 2, 1),
            () => OperatorCase.Values(shape, 0.5, 2, 2))
        {
            Elementwise = values => closed(values[0], values[1]),
        };

    private static OperatorCase Compared(string name, Func<Tensor, Tensor, Tensor> apply, Func<double, double, bool> closed) =>
        Two(name, apply, (x, y) => closed(x, y) ? 1 : 0) with { Differentiable = false };
}
