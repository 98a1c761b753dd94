using System.Collections.Immutable;

namespace Parameterize.Generators.Stages;

/// <summary>What a value of a forward pass has come through.</summary>
/// <param name="IsWide">Whether a layer that grows.</param>
/// <param name="Stages">Which stages of fixed size, behind such a layer.</param>
internal readonly record struct Carried(bool IsWide, ImmutableHashSet<string>? Stages)
{
    public bool IsStaged => Stages is { IsEmpty: false };

    /// <summary>What is made of both.</summary>
    public Carried And(Carried other) => new(
        IsWide || other.IsWide,
        Stages is not null && other.Stages is not null ? Stages.Union(other.Stages) : Stages ?? other.Stages);

    /// <summary>The same behind one more stage.</summary>
    public Carried Through(string stage) => this with { Stages = (Stages ?? ImmutableHashSet<string>.Empty).Add(stage) };
}
