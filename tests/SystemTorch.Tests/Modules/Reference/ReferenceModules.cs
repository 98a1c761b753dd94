using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SystemTorch.Tests.Modules;

/// <summary>The modules of modules.cpp, and what they make of the same inputs.</summary>
internal static class ReferenceModules
{
    internal static IReadOnlyDictionary<string, Func<(Module Module, (string Name, Tensor Value)[] Results)>> All { get; } =
        new Dictionary<string, Func<(Module, (string, Tensor)[])>>
        {
            ["RNN"] = () => Of(RNN(3, 4, 2, bidirectional: true), layer => Named(layer.call(X(5, 2, 3)))),
            ["RNN relu"] = () => Of(
                RNN(3, 4, nonLinearity: NonLinearities.ReLU, batchFirst: true, bias: false),
                layer => Named(layer.call(X(2, 5, 3), X(1, 2, 4)))),
            ["LSTM"] = () => Of(LSTM(3, 4, 2), layer => Named(layer.call(X(5, 2, 3)))),
            ["GRU"] = () => Of(GRU(3, 4), layer => Named(layer.call(X(5, 2, 3)))),
            ["RNNCell"] = () => Of(RNNCell(3, 4), layer => [("h", layer.call(X(2, 3), null))]),
            ["LSTMCell"] = () => Of(LSTMCell(3, 4), layer => [("h", layer.call(X(2, 3)).Item1), ("c", layer.call(X(2, 3)).Item2)]),
            ["GRUCell"] = () => Of(GRUCell(3, 4), layer => [("h", layer.call(X(2, 3), X(2, 4)))]),
            ["MHA"] = () => Of(
                MultiheadAttention(6, 2),
                layer => Named(layer.call(X(3, 2, 6), X(4, 2, 6), X(4, 2, 6).cos(), At(2, 4, 7), attn_mask: X(3, 4)))),
            ["MHA kv"] = () => Of(
                MultiheadAttention(6, 2, kdim: 5, vdim: 5, add_bias_kv: true, add_zero_attn: true),
                layer => Named(layer.call(X(3, 2, 6), X(4, 2, 5), X(4, 2, 5).cos(), At(2, 4, 7), attn_mask: X(3, 4)))),
            ["EncoderLayer"] = () => Of(EncoderLayer(), layer => [("o", layer.call(X(3, 2, 6)))]),
            ["Encoder"] = () => Of(TransformerEncoder(EncoderLayer(), 2), layer => [("o", layer.call(X(3, 2, 6), X(3, 3)))]),
            ["DecoderLayer"] = () => Of(DecoderLayer(), layer => [("o", layer.call(X(3, 2, 6), X(4, 2, 6)))]),
            ["Decoder"] = () => Of(
                TransformerDecoder(DecoderLayer(), 2), layer => [("o", layer.call(X(3, 2, 6), X(4, 2, 6), X(3, 3), X(3, 4)))]),
            ["EmbeddingBag"] = () => (EmbeddingBag(5, 3), []),
            ["Bilinear"] = () => Of(Bilinear(2, 3, 4), layer => [("o", layer.call(X(5, 2), X(5, 3)))]),
            ["Conv3d"] = () => Of(
                Conv3d(2, 4, 3, groups: 2, padding: 1, padding_mode: PaddingModes.Circular), layer => [("o", layer.call(X(1, 2, 3, 4, 5)))]),
            ["Conv2d replicate"] = () => Of(
                Conv2d(2, 4, (3, 2), padding: (2, 1), padding_mode: PaddingModes.Replicate), layer => [("o", layer.call(X(1, 2, 5, 4)))]),
            ["ConvTranspose1d"] = () => Of(
                ConvTranspose1d(4, 2, 3, stride: 2, groups: 2),
                layer => [("o", layer.call(X(1, 4, 5))), ("o12", layer.forward(X(1, 4, 5), [12]))]),
            ["ConvTranspose2d"] = () => Of(
                ConvTranspose2d(4, 2, 3, stride: 2, output_padding: 1, dilation: 2), layer => [("o", layer.call(X(1, 4, 5, 3)))]),
            ["ConvTranspose3d"] = () => Of(ConvTranspose3d(2, 2, 2), layer => [("o", layer.call(X(1, 2, 3, 3, 3)))]),
        };

    private static TorchSharp.Modules.TransformerEncoderLayer EncoderLayer() => TransformerEncoderLayer(6, 2, 8);

    private static TorchSharp.Modules.TransformerDecoderLayer DecoderLayer() =>
        TransformerDecoderLayer(6, 2, 8, activation: Activations.GELU);

    private static (Module, (string, Tensor)[]) Of<T>(T module, Func<T, (string, Tensor)[]> apply) where T : Module
    {
        module.eval();
        return (module, apply(module));
    }

    private static (string, Tensor)[] Named((Tensor, Tensor) results) => [("o", results.Item1), ("h", results.Item2)];

    private static (string, Tensor)[] Named((Tensor, Tensor, Tensor) results) =>
        [("o", results.Item1), ("h", results.Item2), ("c", results.Item3)];

    private static (string, Tensor)[] Named(Tuple<Tensor, Tensor> results) => [("o", results.Item1), ("w", results.Item2)];

    /// <summary>All false but for one.</summary>
    private static Tensor At(long rows, long columns, long position) => (arange(rows * columns) == position).reshape(rows, columns);

    private static Tensor X(params long[] shape) =>
        arange(shape.Aggregate((a, b) => a * b), float64).sin().to_type(ScalarType.Float32).reshape(shape);
}
