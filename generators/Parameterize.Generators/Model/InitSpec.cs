namespace Parameterize.Generators.Model;

/// <summary>What the attribute says of a layer's init.</summary>
/// <param name="Std">The weight's std at base widths; null to keep what TorchSharp draws.</param>
/// <param name="Distribution">What to draw from when a std is given.</param>
/// <param name="Zero">Whether weight and bias start at zero.</param>
internal sealed record InitSpec(double? Std, InitDistribution Distribution, bool Zero)
{
    public static InitSpec Default { get; } = new(null, InitDistribution.Normal, false);
}
