using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SystemTorch.Tests.Modules;

public class InitTests
{
    private readonly Tensor tensor = empty(300, 200);

    [Fact]
    public void Standard_deviations_are_the_documented_ones()
    {
        manual_seed(1);
        Deviation(Math.Sqrt(2.0 / 200), init.kaiming_normal_(tensor, nonlinearity: init.NonlinearityType.ReLU));
        Deviation(Math.Sqrt(2.0 / 300), init.kaiming_uniform_(tensor, mode: init.FanInOut.FanOut));
        Deviation(Math.Sqrt(2.0 / 500), init.xavier_normal_(tensor));
        Deviation(Math.Sqrt(2.0 / 500), init.xavier_uniform_(tensor));
        Deviation(0.3, init.normal_(tensor, 1, 0.3));
        Deviation(2 / Math.Sqrt(12), init.uniform_(tensor, -1, 1));
        Deviation(0.8796, init.trunc_normal_(tensor));
        Assert.Equal((200, 300), init.CalculateFanInAndFanOut(tensor));
    }

    [Fact]
    public void Normal_variants_are_normal_and_truncated_ones_truncated()
    {
        manual_seed(1);
        init.xavier_normal_(tensor);
        var z = tensor / tensor.std();
        Assert.Equal(3, z.pow(4).mean().ToDouble(), 0.15);
        init.trunc_normal_(tensor, 0, 1, -0.5, 0.5);
        Assert.True(tensor.abs().max().ToDouble() <= 0.5);
    }

    [Fact]
    public void Orthogonal_rows_or_columns_are_orthonormal()
    {
        manual_seed(1);
        var wide = init.orthogonal_(empty(3, 7, ScalarType.Float64));
        Assert.True(wide.matmul(wide.t()).allclose(eye(3, dtype: ScalarType.Float64)));
    }

    [Fact]
    public void Generators_are_honoured_and_seeds_repeat()
    {
        using var generator = new Generator(5);
        using var first = init.normal_(empty(4), generator: generator);
        using var second = init.normal_(empty(4), generator: generator.manual_seed(5));
        Assert.True(first.Equals(second));
        manual_seed(3);
        using var third = randn(4);
        torch.random.manual_seed(3);
        Assert.True(third.Equals(randn(4)));
        manual_seed(3);
        Assert.True(third.Equals(randn(4)));
        Assert.True(randperm(10, generator: new Generator(1)).Equals(randperm(10, generator: new Generator(1))));
    }

    private static void Deviation(double expected, Tensor actual) => Assert.Equal(expected, actual.std().ToDouble(), 0.02 * expected);
}
