using Microsoft.CodeAnalysis;

namespace Parameterize.CodeFixes.Annotation;

/// <summary>Something that is for the author to decide.</summary>
/// <param name="Location">Where, in the text as it is when the remark is made.</param>
/// <param name="Text">What, and what to do.</param>
internal sealed record Remark(Location Location, string Text)
{
    /// <summary>Whether it is settled, in the way that is likely.</summary>
    public bool IsNote { get; init; }
}
