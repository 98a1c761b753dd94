using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SystemTorch.Tests.Modules;

public class MoreLayerTests
{
    [Fact]
    public void Convolutions_keep_the_size_with_same_padding()
    {
        foreach (var mode in new[] { PaddingModes.Zeros, PaddingModes.Reflect, PaddingModes.Circular, PaddingModes.Replicate })
        {
            Assert.Equal([1, 3, 7], Conv1d(2, 3, 4, Padding.Same, padding_mode: mode).call(randn(1, 2, 7)).shape);
            Assert.Equal([1, 3, 5, 4], Conv2d(2, 3, (3, 2), Padding.Same, padding_mode: mode).call(randn(1, 2, 5, 4)).shape);
            Assert.Equal([1, 3, 3, 5, 4], Conv3d(2, 3, (2, 3, 2), Padding.Same, padding_mode: mode).call(randn([1, 2, 3, 5, 4])).shape);
        }

        Assert.Equal([1, 3, 4], Conv1d(2, 3, 4, Padding.Valid).call(randn(1, 2, 7)).shape);
        Assert.Equal((null, Padding.Same), (Conv2d(2, 3, 3, Padding.Same).padding, Conv2d(2, 3, 3, Padding.Same).padding_type));
        Assert.Throws<ArgumentException>(() => Conv2d(2, 3, 3, Padding.Same, stride: 2));
    }

    [Fact]
    public void Circular_padding_commutes_with_rolling()
    {
        using var layer = Conv1d(1, 1, 3, padding: 1, padding_mode: PaddingModes.Circular);
        var input = randn(1, 1, 8);
        Assert.True(layer.call(input.roll(3, 2)).allclose(layer.call(input).roll(3, 2), atol: 1e-6));
    }

    [Fact]
    public void Transposed_convolution_is_the_gradient_of_a_convolution()
    {
        using var layer = ConvTranspose2d(4, 6, (3, 2), (2, 1), (1, 0), groups: 2, bias: false, dtype: ScalarType.Float64);
        var (input, image) = (randn(2, 4, 3, 5, ScalarType.Float64), randn(2, 6, 5, 6, ScalarType.Float64).requires_grad_());
        var output = functional.conv2d(image, layer.weight, null, [2, 1], [1, 0], groups: 2);
        var gradient = autograd.grad([(output * input).sum()], [image])[0];
        Assert.True(layer.call(input).allclose(gradient));
        Assert.Equal([4, 3, 3, 2], layer.weight.shape);
        var bound = 1 / Math.Sqrt(3 * 3 * 2);
        Assert.InRange(layer.weight.abs().max().ToDouble(), 0.8 * bound, bound);
        Assert.Throws<ArgumentException>(() => layer.forward(input, [9, 6]));
    }

    [Fact]
    public void Bags_reduce_the_rows_of_an_embedding()
    {
        var table = randn(6, 3);
        var numbers = tensor([1L, 2, 4, 2, 2, 5], [2, 3]);
        foreach (var (mode, expected) in new[]
        {
            (EmbeddingBagMode.Sum, table[numbers].sum(1)), (EmbeddingBagMode.Mean, table[numbers].mean([1])),
            (EmbeddingBagMode.Max, table[numbers].max(1).Item1),
        })
        {
            using var bag = EmbeddingBag_from_pretrained(table, mode: mode);
            Assert.True(bag.call(numbers).allclose(expected));
            Assert.True(bag.call(numbers.reshape(-1), tensor([0L, 3L])).allclose(expected));
            Assert.False(bag.weight!.requires_grad);
        }

        using var weighted = EmbeddingBag_from_pretrained(table, mode: EmbeddingBagMode.Sum);
        var weights = randn(2, 3);
        Assert.True(weighted.call(numbers, null, weights).allclose((table[numbers] * weights.unsqueeze(-1)).sum(1), atol: 1e-6));
        using var padded = EmbeddingBag(6, 3, padding_index: 2);
        Assert.Equal(0, padded.weight![2].abs().sum().ToDouble());
        Assert.True(padded.call(numbers)[1].allclose(padded.weight[5]));
        Assert.Throws<ArgumentException>(() => padded.call(numbers.reshape(-1)));
    }

    [Fact]
    public void Bags_run_their_hooks_whatever_their_arguments()
    {
        using var bag = EmbeddingBag(4, 2);
        var calls = 0;
        bag.register_forward_hook((_, _, _, _, result) =>
        {
            calls++;
            return result;
        });
        bag.call(tensor([0L, 1L], [1, 2]));
        bag.call(tensor([0L, 1L]), tensor([0L]));
        Assert.Equal(2, calls);
    }

    [Fact]
    public void Instance_norms_normalise_each_channel_of_each_sample()
    {
        foreach (var (layer, shape) in new (Module<Tensor, Tensor>, long[])[]
        {
            (InstanceNorm1d(3), [2, 3, 50]), (InstanceNorm2d(3), [2, 3, 5, 10]), (InstanceNorm3d(3), [2, 3, 2, 5, 5]),
        })
        {
            Assert.Empty(layer.parameters());
            Assert.Empty(layer.buffers());
            var input = randn(shape) * 3 + 1;
            var flat = layer.call(input).reshape(2, 3, 50);
            Assert.True(flat.mean([2]).allclose(zeros(2, 3), atol: 1e-5));
            Assert.True(flat.var(2, false).allclose(ones(2, 3), atol: 1e-3));
            Assert.True(layer.call(input[0]).allclose(layer.call(input)[0], atol: 1e-5));
            Assert.Throws<ArgumentException>(() => layer.call(randn(3)));
        }

        using var tracking = InstanceNorm1d(3, momentum: 1, affine: true, track_running_stats: true);
        tracking.call(ones(2, 3, 4) * 5);
        Assert.True(tracking.get_buffer("running_mean")!.allclose(ones(3) * 5));
        tracking.eval();
        tracking.get_buffer("running_var")!.fill_(1);
        Assert.True(tracking.call(ones(2, 3, 4) * 6).allclose(ones(2, 3, 4), atol: 1e-4));
        Assert.Equal(["weight", "bias"], tracking.named_parameters().Select(entry => entry.name));
    }

    [Fact]
    public void Batch_norm_of_volumes_and_learned_slopes()
    {
        using var norm = BatchNorm3d(2);
        var output = norm.call(randn([4, 2, 3, 3, 3]) + 7);
        Assert.True(output.mean([0, 2, 3, 4]).allclose(zeros(2), atol: 1e-5));
        Assert.Throws<ArgumentException>(() => norm.call(randn(4, 2, 3, 3)));
        using var slopes = PReLU(2, 0.1);
        Assert.True(slopes.call(tensor([-1f, -2, 3, -4], [2, 2])).allclose(tensor([-0.1f, -0.2f, 3, -0.4f], [2, 2])));
        Assert.Equal((2, 0.1, "weight"), (slopes.num_parameters, slopes.init, slopes.named_parameters().Single().name));
        Assert.True(PReLU(3).weight.Equals(full(3, 0.25)));
    }
}
