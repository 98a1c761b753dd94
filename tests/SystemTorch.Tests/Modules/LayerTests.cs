using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SystemTorch.Tests.Modules;

public class LayerTests
{
    [Fact]
    public void Linear_draws_its_weight_and_then_its_bias()
    {
        manual_seed(7);
        using var layer = Linear(400, 300);
        manual_seed(7);
        var bound = 1 / Math.Sqrt(400);
        using var weight = empty(300, 400).uniform_(-bound, bound);
        using var bias = empty(300).uniform_(-bound, bound);
        Assert.True(layer.weight.allclose(weight, rtol: 1e-6));
        Assert.True(layer.bias!.allclose(bias, rtol: 1e-6));
        Assert.Equal((400, 300), (layer.in_features, layer.out_features));
    }

    [Fact]
    public void Embedding_is_standard_normal_and_zero_at_the_padding()
    {
        manual_seed(7);
        using var layer = Embedding(50, 200, padding_idx: 3);
        Assert.Equal(1, layer.weight!.std().ToDouble(), 0.05);
        Assert.Equal(0, layer.weight[3].abs().sum().ToDouble());
        Assert.Same(layer.weight, layer.get_parameter("weight"));
        Assert.Equal([2, 200], layer.call(tensor([3L, 4L])).shape);
    }

    [Fact]
    public void Norms_start_at_one_and_zero()
    {
        foreach (var (weight, bias) in new[] { Of(LayerNorm(4)), Of(GroupNorm(2, 4)), Of(BatchNorm1d(4)), Of(BatchNorm2d(4)) })
        {
            Assert.True(weight.equal(ones(4)).ToBoolean());
            Assert.True(bias.equal(zeros(4)).ToBoolean());
        }

        Assert.Null(LayerNorm(4, bias: false).bias);
        Assert.Empty(LayerNorm(4, elementwise_affine: false).parameters());
    }

    [Fact]
    public void Batch_norm_tracks_statistics_in_training_and_uses_them_in_evaluation()
    {
        using var layer = BatchNorm1d(2, momentum: 1.0);
        var input = tensor([1f, 10, 3, 30], [2, 2]);
        layer.train();
        Assert.True(layer.call(input).allclose(tensor([-1f, -1, 1, 1], [2, 2]), atol: 1e-4));
        Assert.True(layer.get_buffer("running_mean")!.allclose(tensor([2f, 20])));
        Assert.Equal(1, layer.get_buffer("num_batches_tracked")!.ToInt64());
        layer.eval();
        Assert.True(layer.call(tensor([2f, 20], [1, 2])).allclose(zeros(1, 2), atol: 1e-6));
    }

    [Fact]
    public void Dropout_scales_what_it_keeps_and_rests_in_evaluation()
    {
        using var layer = Dropout(0.25);
        var input = ones(10_000);
        var output = layer.call(input);
        Assert.Equal(0.75, (output > 0).to_type(ScalarType.Float32).mean().ToDouble(), 0.03);
        Assert.Equal(4f / 3, output.max().item<float>(), 1e-5f);
        layer.eval();
        Assert.True(layer.call(input).Equals(input));
    }

    [Fact]
    public void Convolutions_and_pooling_have_the_shapes_they_should()
    {
        using var block = Sequential(
            Conv2d(3, 8, 3, padding: 1), BatchNorm2d(8), ReLU(), MaxPool2d(2), Conv2d(8, 4, (3, 3), stride: (2, 2)),
            AvgPool2d(2, stride: 1), AdaptiveAvgPool2d(1), Flatten(), Linear(4, 2), Tanh());
        Assert.Equal([2, 2], block.call(randn(2, 3, 16, 16)).shape);
        Assert.Equal(10, block.Count);
        Assert.Equal([8, 3, 3, 3], block.get_parameter("0.weight")!.shape);
    }

    [Fact]
    public void Assigning_a_weight_registers_the_new_parameter()
    {
        using var layer = Linear(2, 3);
        var old = layer.weight;
        var replacement = Parameter(zeros(3, 2));
        layer.weight = replacement;
        Assert.True(old.IsInvalid);
        Assert.Same(replacement, layer.named_parameters().First(entry => entry.name == "weight").parameter);
        layer.bias = null;
        Assert.Single(layer.parameters());
        Assert.Equal(0, layer.call(ones(1, 2)).sum().ToDouble());
    }

    private static (Tensor, Tensor) Of(TorchSharp.Modules.LayerNorm layer) => (layer.weight, layer.bias!);

    private static (Tensor, Tensor) Of(TorchSharp.Modules.GroupNorm layer) => (layer.weight, layer.bias!);

    private static (Tensor, Tensor) Of(TorchSharp.Modules.NormBase layer) => (layer.weight, layer.bias!);
}
