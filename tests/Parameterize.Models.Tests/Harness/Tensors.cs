using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Harness;

/// <summary>Checks of tensors.</summary>
internal static class Tensors
{
    /// <summary>Names, types, shapes and bits of all parameters and buffers, in their order.</summary>
    public static void AssertSameState(Module expected, Module actual) =>
        AssertSameState(expected, actual, new Dictionary<string, string>());

    /// <summary>The same of a plain model and its annotated twin, in which a tied weight has an own one that is unused.</summary>
    public static void AssertTwins(Module plain, Module annotated)
    {
        var tied = ((IParameterizedModel)annotated).Parameterization.Tensors.Where(row => row.TiedTo is not null);
        AssertSameState(plain, annotated, tied.ToDictionary(row => row.Name, row => row.TiedTo!));
    }

    private static void AssertSameState(Module expected, Module actual, Dictionary<string, string> tied)
    {
        var (before, after) = (expected.state_dict(), actual.state_dict());
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before.Keys, name => AssertSame(before[name], after[tied.GetValueOrDefault(name, name)], name));
    }

    public static void AssertSame(Tensor expected, Tensor actual, string name)
    {
        Assert.Equal(expected.dtype, actual.dtype);
        Assert.Equal(expected.shape, actual.shape);
        Assert.True(Bits(expected).SequenceEqual(Bits(actual)), $"{name} differs");
    }

    public static void AssertFinite(Tensor tensor, string name) =>
        Assert.True(!tensor.is_floating_point() || tensor.detach().isfinite().all().item<bool>(), $"{name} is not finite");

    private static ReadOnlySpan<byte> Bits(Tensor tensor) => tensor.detach().contiguous().bytes;
}
