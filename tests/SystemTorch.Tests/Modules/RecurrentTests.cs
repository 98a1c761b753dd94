using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SystemTorch.Tests.Modules;

public class RecurrentTests
{
    [Fact]
    public void Networks_are_chains_of_cells()
    {
        using var network = LSTM(3, 4, dtype: ScalarType.Float64);
        using var cell = LSTMCell(3, 4, dtype: ScalarType.Float64);
        cell.load_state_dict(network.state_dict().ToDictionary(entry => entry.Key[..^3], entry => entry.Value));
        var input = randn(5, 2, 3, ScalarType.Float64);
        var (output, h, c) = network.call(input);
        (Tensor, Tensor)? state = null;
        for (var i = 0; i < 5; i++)
        {
            state = cell.call(input[i], state);
            Assert.True(output[i].allclose(state.Value.Item1));
        }

        Assert.True(h[0].allclose(state!.Value.Item1));
        Assert.True(c[0].allclose(state.Value.Item2));
    }

    [Fact]
    public void Gradients_are_those_of_finite_differences()
    {
        foreach (var network in new Module<Tensor, Tensor, (Tensor, Tensor)>[]
        {
            GRU(2, 3, 2, dtype: ScalarType.Float64), RNN(2, 3, bidirectional: true, dtype: ScalarType.Float64)!,
        })
        {
            var input = randn(4, 1, 2, ScalarType.Float64);
            Gradients.Check(network, () => network.call(input, null!).Item1.square().sum());
        }
    }

    [Fact]
    public void Batches_come_first_on_request_and_other_shapes_are_refused()
    {
        using var network = GRU(3, 4, 2, batchFirst: true, bidirectional: true);
        var (output, state) = network.call(randn(5, 7, 3));
        Assert.Equal([5, 7, 8], output.shape);
        Assert.Equal([4, 5, 4], state.shape);
        Assert.Throws<ArgumentException>(() => network.call(randn(7, 3)));
        Assert.Throws<ArgumentException>(() => network.call(randn(5, 7, 2)));
    }

    [Fact]
    public void Draws_fill_their_bound_and_dropout_rests_in_evaluation()
    {
        using var network = LSTM(10, 25, 2, dropout: 0.5);
        Assert.All(network.parameters(), parameter => Assert.InRange(parameter.abs().max().ToDouble(), 0.17, 0.2));
        Assert.All(network.parameters(), parameter => Assert.Equal(0.2 / Math.Sqrt(3), parameter.std().ToDouble(), 0.025));
        var input = randn(5, 2, 10);
        Assert.False(network.call(input).Item1.allclose(network.call(input).Item1));
        network.eval();
        Assert.True(network.call(input).Item1.allclose(network.call(input).Item1));
    }

    [Fact]
    public void Weights_can_be_reached_and_those_of_cells_replaced()
    {
        using var network = RNN(2, 3, 2, bidirectional: true);
        Assert.Same(network.get_parameter("weight_hh_l1"), network.get_weight_hh(2));
        Assert.Same(network.get_parameter("bias_ih_l0_reverse"), network.get_bias_ih(1));
        Assert.Null(network.get_weight_ih(4));
        using var cell = RNNCell(2, 3, bias: false);
        Assert.Null(cell.bias_ih);
        cell.weight_ih = Parameter(zeros(3, 2));
        cell.weight_hh = Parameter(eye(3));
        Assert.Equal(["weight_ih", "weight_hh"], cell.named_parameters().Select(entry => entry.name));
        Assert.True(cell.call(randn(1, 2), ones(1, 3)).allclose(ones(1, 3).tanh()));
    }
}
