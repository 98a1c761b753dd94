using System.Collections.Immutable;

namespace Parameterize.Generators.Stages;

/// <summary>A member of the class as its forward pass sees it: the layers that it is, or holds, in their order.</summary>
/// <param name="Parts">The layers.</param>
internal sealed record FlowMember(IReadOnlyList<FlowPart> Parts)
{
    /// <summary>What comes out where <paramref name="input"/> goes in; notes which layers read from a stage.</summary>
    public Carried Apply(Carried input)
    {
        foreach (var part in Parts)
        {
            if (part.Grows && input.IsStaged)
            {
                part.Behind.UnionWith(input.Stages!);
            }

            input = part.IsStage && (input.IsWide || part.IsValue || part.IsModel) ? input.Through(part.Title) : input;
            input = input with { IsWide = input.IsWide || part.Grows };
        }

        return input;
    }
}

/// <summary>A layer in a forward pass.</summary>
/// <param name="Title">What it is called in tables.</param>
/// <param name="Grows">Whether a tensor of it does.</param>
/// <param name="IsStage">Whether it ends in a fixed size, or may, as a model inside.</param>
/// <param name="IsValue">Whether it is a number of its own, which needs no input.</param>
/// <param name="IsModel">Whether it is a model inside, which may grow in front of its stage.</param>
internal sealed record FlowPart(string Title, bool Grows, bool IsStage, bool IsValue, bool IsModel)
{
    /// <summary>The stages that it was seen to read from.</summary>
    public HashSet<string> Behind { get; } = [];
}

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
