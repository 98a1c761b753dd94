using Parameterize.Training.Tests.Models;
using static TorchSharp.torch;

namespace Parameterize.Training.Tests;

/// <summary>Generated code writes what TorchSharp's GroupNorm leaves unwritten.</summary>
[Collection("torch")]
public sealed class UnsetNormTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(32)]
    public void Group_norms_start_with_gain_1_and_bias_0(long width)
    {
        using var model = new UnsetNormModel(width);

        foreach (var norm in new[] { "_norm", "_norms.0", "_norms.1" })
        {
            Assert.All(model.get_parameter(norm + ".weight")!.data<float>().ToArray(), gain => Assert.Equal(1, gain));
            Assert.All(model.get_parameter(norm + ".bias")!.data<float>().ToArray(), bias => Assert.Equal(0, bias));
        }

        using var output = model.call(randn(2, 1, 4, 4));
        Assert.All(output.data<float>().ToArray(), number => Assert.True(float.IsFinite(number)));
    }
}
