using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Parameterize.CodeFixes.Infrastructure;

/// <summary>What authors wrote beside the code that a fix replaces: it is theirs, and stays.</summary>
internal static class Comments
{
    /// <summary>The change of an edit, and behind its text the comments of the span that no edit writes again.</summary>
    public static TextChange KeepingComments(this Edit edit, SyntaxNode root, SourceText text, IReadOnlyList<Edit> all)
    {
        var kept = edit.DropsComments || edit.Span.IsEmpty
            ? []
            : root.DescendantTrivia(edit.Span)
                .Where(trivia => IsComment(trivia) && edit.Span.Contains(trivia.Span))
                .Where(trivia => !all.Any(other => other.Text.Contains(trivia.ToString())))
                .ToArray();
        return kept.Length == 0 ? new TextChange(edit.Span, edit.Text) : new TextChange(edit.Span, edit.Text + Text(edit, kept, text));
    }

    private static string Text(Edit edit, IReadOnlyList<SyntaxTrivia> comments, SourceText text)
    {
        var line = text.Lines.GetLineFromPosition(edit.Span.Start).ToString();
        var indentation = line.Substring(0, line.Length - line.TrimStart().Length);
        var all = string.Concat(
            comments.Select(comment =>
                comment + (comment.IsKind(SyntaxKind.SingleLineCommentTrivia) ? FixSite.NewLineOf(text) + indentation : " ")));

        // What follows on the line may be the rest of a statement, but not behind a comment that ends with the line.
        var endsLine = edit.Span.End < text.Length && text[edit.Span.End] is '\r' or '\n';
        var isLast = comments[comments.Count - 1].IsKind(SyntaxKind.SingleLineCommentTrivia);
        all = (isLast && endsLine) || !isLast ? all.TrimEnd() : all;
        var before = edit.Text.Length > 0 ? " " : "";
        var isClosed = edit.Span.End < text.Length && text[edit.Span.End] is ')' or ']' or ',' or ';';
        var after = !isLast && edit.Text.Length == 0 && !endsLine && !isClosed ? " " : "";
        return before + all + after;
    }

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);
}
