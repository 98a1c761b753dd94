namespace TorchSharp.Modules;

/// <summary>Widths and switches of an attention with several heads.</summary>
internal sealed record AttentionShape(
    long Width, long Heads, double Dropout, bool HasBias, bool HasRowBias, bool HasZeroRow, long KeyWidth, long ValueWidth)
{
    /// <summary>Queries, keys and values of the same width share one matrix.</summary>
    internal bool IsStacked => KeyWidth == Width && ValueWidth == Width;

    internal long HeadWidth => Width / Heads;
}
