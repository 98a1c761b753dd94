namespace Parameterize.Experiments.Corpora;

/// <summary>Windows of text in codes, and what follows them; ready for an int64 tensor.</summary>
/// <param name="Size">How many windows (B).</param>
/// <param name="Window">Characters in each (w).</param>
/// <param name="Inputs">B x w codes, row by row: <c>Inputs[b * w + t]</c>.</param>
/// <param name="Next">B codes: the character after each window.</param>
/// <param name="Targets">
/// B x w codes: the character after each position, as a decoder-only model predicts them; its last column is Next.
/// </param>
public sealed record CharacterBatch(int Size, int Window, long[] Inputs, long[] Next, long[] Targets);
