namespace Parameterize.TestKit.Fuzzing;

/// <summary>A mutated source, and how to get it again.</summary>
/// <param name="Seed">The seed of the whole series.</param>
/// <param name="Index">Its position in the series.</param>
/// <param name="Mutations">What was done to which seed source.</param>
/// <param name="Text">The mutated text.</param>
public sealed record FuzzedSource(int Seed, int Index, string Mutations, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"FuzzedSources({Seed})[{Index}]: {Mutations}");
}
