namespace Parameterize.Generators.Evaluation;

/// <summary>What a member holds, for those who read layers: modules of its own, those in a container, or one or the other.</summary>
/// <param name="Calls">The calls that make the modules that it may be.</param>
/// <param name="Inside">What is in the container that it may be; null if it is none.</param>
/// <param name="IsSole">Whether it is one thing and no other: a module, or a container, surely there.</param>
/// <param name="IsKnown">Whether whatever else it may be has no tensors.</param>
internal sealed record Holding(IReadOnlyList<FactoryCall> Calls, Contents? Inside, bool IsSole, bool IsKnown);

/// <summary>
/// What a container holds: at places from the front, behind those, and at the end, which wins where there are too few for both.
/// </summary>
/// <param name="Type">The container's class; null for one of the framework.</param>
/// <param name="Front">In order.</param>
/// <param name="Rest">What any other may be; null if there is none.</param>
/// <param name="Back">The last ones, in order.</param>
/// <param name="IsFrontSure">Whether all in front are surely there.</param>
internal sealed record Contents(string Type, IReadOnlyList<Content> Front, Content? Rest, IReadOnlyList<Content> Back, bool IsFrontSure)
{
    public bool IsExact => Rest is null && Back.Count == 0 && IsFrontSure;

    public IEnumerable<Content> All => Rest is null ? [.. Front, .. Back] : [.. Front, Rest, .. Back];
}

/// <summary>One module of a container, or several that are alike as far as is known.</summary>
/// <param name="Name">The name that it is registered under, or a pattern of it: <c>*</c> for any, <c>^1</c> for the last.</param>
/// <param name="Value">What is known of it.</param>
internal sealed record Content(string Name, Value Value);
