namespace Parameterize.Generators.Model;

/// <summary>What a number that grows is.</summary>
internal enum GrowthAxis
{
    /// <summary>A width: the fan-in or fan-out of layers.</summary>
    Width,

    /// <summary>The width of an attention head, which sets the scale of the logits.</summary>
    HeadWidth,

    /// <summary>The number of residual blocks.</summary>
    Depth,

    /// <summary>A size that is computed from widths and is no product of them.</summary>
    Computed,
}
