namespace Parameterize;

/// <summary>
/// Names a width, as <see cref="WidthAttribute"/> does, over which the model multiplies two vectors of its own and sums: the towers of
/// a contrastive or retrieval model, the factors of a factorization, a pointer and what it points at. The class then gets
/// <c>DotScale</c>, by which that product is multiplied instead of one over the root of the width, and <c>BareDotScale</c>, by which
/// it is multiplied where plain code has no root.
/// </summary>
/// <remarks>Both vectors change along each other in training, so that their product grows like the width and not like its root.</remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class DotWidthAttribute : Attribute
{
    /// <summary>This width's own base; left out (or 0), it is <see cref="ScalingOptionsAttribute.BaseWidth"/>.</summary>
    public int Base { get; set; }
}
