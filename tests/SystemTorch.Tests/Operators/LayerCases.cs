using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace SystemTorch.Tests.Operators;

/// <summary>Convolutions, padding, attention and other functions behind layers, on the numbers from 0 to 5 in [2, 3].</summary>
internal static class LayerCases
{
    private static readonly Tensor kernel = tensor([1.0, 10, 100], [1, 1, 3]);

    internal static IReadOnlyList<OperatorCase> All { get; } =
    [
        Count("conv1d same", x => F.conv1d_padding(x.view(2, 1, 3), kernel, padding: Padding.Same), 100, 210, 21, 430, 543, 54),
        Count("conv1d valid", x => F.conv1d_padding(x.view(1, 1, 6), kernel, padding: Padding.Valid, dilation: 2), 420, 531),
        Count("conv2d same", x => F.conv2d_padding(x.view(1, 1, 2, 3), Ones(1, 1, 2, 2), padding: Padding.Same), 8, 12, 7, 7, 9, 5),
        Count("conv3d", x => F.conv3d(x.view(1, 1, 1, 2, 3), Ones(1, 1, 1, 2, 2), Ones(1)), 9, 13),
        Count("conv3d stride", x => F.conv3d(x.view(1, 1, 1, 2, 3), Ones(1, 1, 1, 1, 1), null, [1, 1, 2], [0, 0, 1]), 0, 1, 0, 0, 4, 0),
        Count("conv3d same", x => F.conv3d_padding(x.view(1, 1, 1, 2, 3), Ones(1, 1, 1, 2, 2), padding: Padding.Same), 8, 12, 7, 7, 9, 5),
        Count("conv_transpose1d", x => F.conv_transpose1d(x.view(1, 2, 3), Ones(2, 1, 2), stride: 2), 3, 3, 5, 5, 7, 7),
        Count("conv_transpose1d output", x => F.conv_transpose1d(x.view(1, 2, 3), Ones(2, 1, 1), null, 2, null, 1), 3, 0, 5, 0, 7, 0),
        Count("conv_transpose1d padding", x => F.conv_transpose1d(x[0].view(1, 1, 3), kernel, padding: 1), 1, 12, 120),
        Count("conv_transpose2d", x => F.conv_transpose2d(x.view(1, 1, 2, 3), Ones(1, 1, 1, 2)), 0, 1, 3, 2, 3, 7, 9, 5),
        Count("conv_transpose2d groups", x => F.conv_transpose2d(x.view(1, 2, 1, 3), Ones(2, 1, 1, 1), groups: 2), 0, 1, 2, 3, 4, 5),
        Count("conv_transpose3d", x => F.conv_transpose3d(x.view(1, 1, 1, 2, 3), Ones(1, 1, 1, 1, 2)), 0, 1, 3, 2, 3, 7, 9, 5),
        Count("pad constant", x => F.pad(x, [1, 0], value: 9), 9, 0, 1, 2, 9, 3, 4, 5),
        Count("pad zeros", x => F.pad(x, [0, 0, 0, 1], PaddingModes.Zeros), 0, 1, 2, 3, 4, 5, 0, 0, 0),
        Count("pad reflect", x => F.pad(x, [2, 1], PaddingModes.Reflect), 2, 1, 0, 1, 2, 1, 5, 4, 3, 4, 5, 4),
        Count("pad replicate", x => F.pad(x, [1, 1], PaddingModes.Replicate), 0, 0, 1, 2, 2, 3, 3, 4, 5, 5),
        Count("pad circular", x => F.pad(x.unsqueeze(0), [1, 1], PaddingModes.Circular), 2, 0, 1, 2, 0, 5, 3, 4, 5, 3),
        Count("max_pool1d", x => F.max_pool1d(x.unsqueeze(0), 2, stride: 1), 1, 2, 4, 5),
        Count("avg_pool1d", x => F.avg_pool1d(x.unsqueeze(0), 3), 1, 4),
        Count("adaptive_avg_pool1d", x => F.adaptive_avg_pool1d(x.unsqueeze(0), 1), 1, 4),
        Count("bilinear", x => F.bilinear(x[0].view(1, 3), x[1].view(1, 3), eye(3, dtype: float64).unsqueeze(0), Ones(1)), 15),
        Count("softmax2d", x => F.softmax2d(x.view(2, 1, 3)), Half, Half, Half, 1 - Half, 1 - Half, 1 - Half),
        Count("hardshrink", x => F.hardshrink(x, 2.5), 0, 0, 0, 3, 4, 5),
        Count("softshrink", x => F.softshrink(x, 2.5), 0, 0, 0, 0.5, 1.5, 2.5),
        Count("tanhshrink", x => F.tanhshrink(x), 0, 1 - Math.Tanh(1), 2 - Math.Tanh(2)),
        Count("threshold", x => F.threshold(x, 2.5, 7), 7, 7, 7, 3, 4, 5),
        Count("swapdims", x => x.swapdims(0, 1), 0, 3, 1, 4, 2, 5),
        Count("swapaxes", x => x.swapaxes(0, 1), 0, 3, 1, 4, 2, 5),
        Count("unsqueeze_", x => x.clone().unsqueeze_(0)[0, 1], 3, 4, 5),
        Count("transpose_", x => x.clone().transpose_(0, 1), 0, 3, 1, 4, 2, 5),
        new("attention of three", x => F.scaled_dot_product_attention(x[0], x[1], x[2]), Random(1, 3), Random(2, 4), Random(3, 4))
        {
            Expected = Elements(Attention(Random(1, 3)(), Random(2, 4)(), Random(3, 4)(), zeros(3, 4, float64))),
        },
        new("attention with a mask", x => F.scaled_dot_product_attention(x[0], x[1], x[2], x[3]), Random(1, 3), Random(2, 4), Random(3, 4), Mask)
        {
            Expected = Elements(Attention(Random(1, 3)(), Random(2, 4)(), Random(3, 4)(), Mask())),
        },
        new("attention of some", x => F.scaled_dot_product_attention(x[0], x[1], x[2], Mask() > 0), Random(1, 3), Random(2, 4), Random(3, 4))
        {
            Expected = Elements(
                Attention(Random(1, 3)(), Random(2, 4)(), Random(3, 4)(), where(Mask() > 0, tensor(0.0), tensor(double.NegativeInfinity)))),
        },
    ];

    private static double Half => 1 / (1 + Math.Exp(3));

    private static Tensor Ones(params long[] shape) => ones(shape, ScalarType.Float64);

    private static Func<Tensor> Random(int seed, long length) => () => OperatorCase.Values([2, length, 5], -1, 1, seed);

    /// <summary>Every row has a positive element.</summary>
    private static Tensor Mask() => tensor([1.0, -1, 0.5, -2, -0.5, 1, 1, -1, 2, 1, 0.5, 1], [3, 4]);

    /// <summary>By the book: one query, one key, one product at a time.</summary>
    private static Tensor Attention(Tensor query, Tensor key, Tensor value, Tensor mask)
    {
        var result = zeros([query.size(0), query.size(1), value.size(2)], ScalarType.Float64);
        for (long batch = 0; batch < query.size(0); batch++)
        {
            for (long i = 0; i < query.size(1); i++)
            {
                var weights = Enumerable.Range(0, (int)key.size(1))
                    .Select(j => Math.Exp(((query[batch, i] * key[batch, j]).sum() / Math.Sqrt(query.size(2)) + mask[i, j]).ToDouble()))
                    .ToArray();
                for (var j = 0; j < weights.Length; j++)
                    result[batch, i].add_(value[batch, j], weights[j] / weights.Sum());
            }
        }

        return result;
    }

    private static double[] Elements(Tensor tensor) => tensor.data<double>().ToArray();

    private static OperatorCase Count(string name, Func<Tensor, Tensor> apply, params double[] expected) =>
        new(name, inputs => apply(inputs[0]), () => tensor([0.0, 1, 2, 3, 4, 5], [2, 3])) { Expected = expected };
}
