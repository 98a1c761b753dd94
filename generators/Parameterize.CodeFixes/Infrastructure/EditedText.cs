using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Parameterize.CodeFixes.Infrastructure;

/// <summary>Many edits as one change of a file.</summary>
internal static class EditedText
{
    public static SourceText ApplyTo(this IReadOnlyList<Edit> edits, SyntaxNode root, SourceText text)
    {
        var chosen = WithoutOverlaps(edits).ToArray();
        return text.WithChanges(chosen.Select(edit => edit.KeepingComments(root, text, chosen)));
    }

    /// <summary>Of two edits of the same text the first one counts: what it leaves to do is reported again.</summary>
    private static IEnumerable<Edit> WithoutOverlaps(IEnumerable<Edit> edits)
    {
        var end = -1;
        foreach (var edit in edits.OrderBy(edit => edit.Span.Start).ThenBy(edit => edit.Span.End))
        {
            if (edit.Span.Start >= end)
            {
                end = edit.Span.End;
                yield return edit;
            }
        }
    }
}
