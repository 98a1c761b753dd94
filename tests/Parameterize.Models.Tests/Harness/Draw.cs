using static TorchSharp.torch;

namespace Parameterize.Models.Tests.Harness;

/// <summary>
/// What a model is fed with: numbers of its own type, and indices. The same ones each time, since the generator was seeded before.
/// </summary>
/// <param name="dtype">The type of the model's parameters.</param>
internal sealed class Draw(ScalarType dtype)
{
    /// <summary>Numbers around zero. Drawn as floats, so that they are the same numbers in every type.</summary>
    public Tensor Normal(params long[] shape) => randn(shape).to(dtype);

    /// <summary>Numbers between zero and one.</summary>
    public Tensor Uniform(params long[] shape) => rand(shape).to(dtype);

    /// <summary>Words, classes, places: whole numbers below <paramref name="count"/>.</summary>
    public Tensor Indices(long count, params long[] shape) => randint(count, shape, dtype: ScalarType.Int64);
}
