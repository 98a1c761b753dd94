namespace Parameterize;

/// <summary>The member's weight has fan-in a width, fan-out finite: the readout.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class OutputAttribute : LayerAttribute
{
    /// <summary>
    /// The name of the embedding whose weight this readout shares. Its own weight is then unused, and in no group; the shared one is
    /// scaled as an embedding, and what the readout lacks goes into its forward multiplier (Karkada, arXiv 2404.19719, section 3).
    /// </summary>
    public string? TiedTo { get; set; }

    /// <summary>
    /// Whether what a tied readout reads carries the embedding, as every residual stream does. A token's own logit then grows like
    /// <c>n^(1/2 - r)</c>, so that such a tie is refused below r = 1/2. False says that it does not: an encoder whose last state has
    /// nothing of the embedding in it. Default: true.
    /// </summary>
    public bool SeesEmbedding { get; set; } = true;
}
