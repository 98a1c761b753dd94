using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SystemTorch.Tests.Modules;

public class AttentionTests
{
    [Fact]
    public void Attention_is_made_of_projections_and_scaled_products()
    {
        using var layer = MultiheadAttention(6, 3).to(ScalarType.Float64);
        var input = randn(4, 2, 6, ScalarType.Float64);
        var projected = functional.linear(input, layer.get_parameter("in_proj_weight")!).chunk(3, -1);
        var heads = projected.Select(part => part.view(4, 2, 3, 2).permute(1, 2, 0, 3)).ToArray();
        var causal = full(4, 4, double.NegativeInfinity, dtype: ScalarType.Float64).triu(1);
        var attended = functional.scaled_dot_product_attention(heads[0], heads[1], heads[2], is_casual: true);
        var expected = functional.linear(attended.permute(2, 0, 1, 3).reshape(4, 2, 6), layer.get_parameter("out_proj.weight")!);
        Assert.True(layer.call(input, input, input, attn_mask: causal).Item1.allclose(expected));
        Assert.Null(layer.call(input, input, input, need_weights: false).Item2);
    }

    [Fact]
    public void Masks_hide_keys()
    {
        using var layer = MultiheadAttention(6, 3);
        var (query, key) = (randn(2, 1, 6), randn(4, 1, 6));
        var padding = tensor([false, true, false, true], [1, 4]);
        var seen = cat([key[..1], key[2..3]]);
        var (output, weights) = layer.call(query, key, key, padding);
        Assert.True(output.allclose(layer.call(query, seen, seen).Item1, atol: 1e-6));
        Assert.Equal(0, weights[0, TensorIndex.Colon, 1].abs().sum().ToDouble());
        Assert.Throws<ArgumentException>(() => layer.call(query, key, key, attn_mask: zeros(2, 4, ScalarType.Bool)));
    }

    [Fact]
    public void Parameters_are_the_modules_own_and_survive_a_change_of_type()
    {
        using var layer = TransformerEncoderLayer(4, 2, 8);
        Assert.Empty(layer.named_children());
        var names = layer.named_parameters().Select(entry => entry.name).ToList();
        Assert.Equal(layer.state_dict().Keys, names);
        Assert.All(names, name => Assert.True(layer.has_parameter(name)));
        layer.to(ScalarType.Float64);
        Assert.Equal(names, layer.named_parameters().Select(entry => entry.name));
        Assert.Equal(ScalarType.Float64, layer.call(randn(3, 2, 4, ScalarType.Float64)).dtype);
        using (no_grad())
            layer.get_parameter("norm2.weight")!.zero_();
        Assert.Equal(0, layer.call(randn(3, 2, 4, ScalarType.Float64)).abs().sum().ToDouble());
    }

    [Fact]
    public void Gradients_are_those_of_finite_differences()
    {
        var (source, target) = (randn(3, 2, 4, ScalarType.Float64), randn(2, 2, 4, ScalarType.Float64));
        using var encoder = TransformerEncoder(TransformerEncoderLayer(4, 2, 8, dropout: 0, Activations.GELU), 2).to(ScalarType.Float64);
        Gradients.Check(encoder, () => (encoder.call(source) - source).pow(3).sum());
        using var decoder = TransformerDecoder(TransformerDecoderLayer(4, 2, 8, dropout: 0, Activations.GELU), 2).to(ScalarType.Float64);
        Gradients.Check(decoder, () => (decoder.call(target, source) - target).pow(3).sum());
    }

    [Fact]
    public void Layers_of_a_stack_start_equal_and_are_not_shared()
    {
        using var layer = TransformerEncoderLayer(4, 2, 8);
        using var stack = TransformerEncoder(layer, 2);
        var (first, second) = (stack.get_parameter("layers.0.linear1.weight")!, stack.get_parameter("layers.1.linear1.weight")!);
        Assert.True(first.Equals(second) && first.Equals(layer.get_parameter("linear1.weight")!));
        using (no_grad())
            first.add_(1);
        Assert.False(first.Equals(second));
    }

    [Fact]
    public void Dropout_rests_in_evaluation()
    {
        using var layer = TransformerDecoderLayer(8, 2, 16, dropout: 0.5);
        var input = randn(4, 2, 8);
        Assert.False(layer.call(input, input).allclose(layer.call(input, input)));
        layer.eval();
        Assert.True(layer.call(input, input).allclose(layer.call(input, input)));
    }

    [Fact]
    public void Draws_have_the_documented_bounds()
    {
        using var layer = MultiheadAttention(64, 4);
        Near(Math.Sqrt(6.0 / (64 + 192)), layer.get_parameter("in_proj_weight")!);
        Near(1 / Math.Sqrt(64), layer.get_parameter("out_proj.weight")!);
        Assert.Equal(0, layer.get_parameter("in_proj_bias")!.abs().sum().ToDouble());
        using var others = MultiheadAttention(64, 4, kdim: 10, vdim: 20, add_bias_kv: true);
        Assert.Equal([64, 20], others.get_parameter("v_proj_weight")!.shape);
        Near(Math.Sqrt(6.0 / (64 + 10)), others.get_parameter("k_proj_weight")!);
        Assert.Equal(Math.Sqrt(2.0 / 128), others.get_parameter("bias_k")!.std().ToDouble(), 0.05);

        static void Near(double bound, Tensor values) => Assert.InRange(values.abs().max().ToDouble(), 0.97 * bound, bound);
    }
}
