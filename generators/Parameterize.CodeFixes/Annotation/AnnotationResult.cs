using Microsoft.CodeAnalysis;

namespace Parameterize.CodeFixes.Annotation;

/// <summary>What annotating gave.</summary>
/// <param name="Files">Each file as it was and as it is.</param>
/// <param name="Remarks">What could not be decided, in the files as they are.</param>
/// <param name="Tables">How each annotated class scales, by its name; null for one that is refused as it is.</param>
internal sealed record AnnotationResult(
    IReadOnlyDictionary<SyntaxTree, SyntaxTree> Files, IReadOnlyList<Remark> Remarks, IReadOnlyList<(string Class, string? Table)> Tables)
{
    /// <summary>The files that are not as they were.</summary>
    public IEnumerable<KeyValuePair<SyntaxTree, SyntaxTree>> Changed => Files.Where(file => file.Key != file.Value);
}
