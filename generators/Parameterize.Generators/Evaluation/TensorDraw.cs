using Microsoft.CodeAnalysis;
using Parameterize.Scaling.Algebra;

namespace Parameterize.Generators.Evaluation;

/// <summary>What the std of a drawn tensor depends on.</summary>
internal enum DrawKind
{
    /// <summary>What the layer's own draw does.</summary>
    Default,

    /// <summary>On nothing but <see cref="TensorDraw.Growth"/>.</summary>
    Power,

    /// <summary>On the inverse root of the fan-in.</summary>
    FanIn,

    /// <summary>On the inverse root of the fan-out.</summary>
    FanOut,

    /// <summary>On the inverse root of both fans together.</summary>
    BothFans,

    /// <summary>On the inverse root of the longer one of the matrix's sides.</summary>
    LongerSide,

    /// <summary>On nothing, since there is none: zeros.</summary>
    Zero,

    /// <summary>On what is not followed.</summary>
    Unknown,
}

/// <summary>How a tensor came by its values.</summary>
/// <param name="Kind">What its std depends on.</param>
/// <param name="At">Where they were drawn; null for the layer's own draw.</param>
internal sealed record TensorDraw(DrawKind Kind, SyntaxNode? At)
{
    public static TensorDraw Default { get; } = new(DrawKind.Default, null);

    /// <summary>What its std grows like besides.</summary>
    public Factor Growth { get; init; } = Factor.One;

    /// <summary>Why it is not followed, as the rest of a sentence that begins with the tensor.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether InitializeParameters may have run before.</summary>
    public bool IsLate { get; init; }

    /// <summary>Whether scaling it as the layer's own draw is right.</summary>
    public bool KeepsGrowth => Kind == DrawKind.Zero || (Kind == DrawKind.Default && Growth.IsOne);

    /// <summary>Whether it is what was there before, times a number.</summary>
    public bool IsMultiple { get; init; }

    public static TensorDraw Power(Factor? growth, SyntaxNode at) =>
        growth is null ? Unknown(at, "has a std of which it is not known how it grows") : new(DrawKind.Power, at) { Growth = growth };

    public static TensorDraw Unknown(SyntaxNode at, string reason) => new(DrawKind.Unknown, at) { Reason = reason };

    /// <summary>The same times a number that grows like that.</summary>
    public TensorDraw Times(Factor? growth, SyntaxNode at)
    {
        if (Kind == DrawKind.Zero)
        {
            return this;
        }

        return growth is null
            ? Unknown(at, "is multiplied by a number of which it is not known how it grows")
            : this with { Growth = Growth * growth, At = at, IsMultiple = true };
    }
}

/// <summary>A tensor that was made somewhere, or several made at one place.</summary>
/// <param name="Origin">The layer's call, or whatever stands for one tensor's coming to be: the last one is told from those before it by
/// this.</param>
/// <param name="Site">Where it was made.</param>
/// <param name="Name">Its name in the layer; empty for a tensor by itself.</param>
internal sealed record TensorPlace(object Origin, SyntaxNode Site, string Name)
{
    /// <summary>Whether it is a part of the tensor only.</summary>
    public bool IsPart { get; init; }

    /// <summary>Whether all that were made at the place are meant.</summary>
    public bool IsAll { get; init; }

    // Origins are new in each round of a loop.
    public bool Equals(TensorPlace? other) => other is not null
        && ReferenceEquals(Site, other.Site) && Name == other.Name && IsPart == other.IsPart && IsAll == other.IsAll;

    public override int GetHashCode() => Site.SpanStart;
}
