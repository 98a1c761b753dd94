using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Parameterize.CodeFixes.Infrastructure;

/// <summary>Statements as lines of text.</summary>
internal static class Lines
{
    /// <summary>The white space in front of the line on which a node starts.</summary>
    public static string Indentation(this SourceText text, SyntaxNode node)
    {
        var line = text.Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    /// <summary>A statement with the comment behind it; its whole lines if it has them for itself.</summary>
    public static TextSpan WholeLines(this SourceText text, StatementSyntax statement)
    {
        var first = text.Lines.GetLineFromPosition(statement.SpanStart);
        var last = text.Lines.GetLineFromPosition(statement.Span.End);
        var before = text.ToString(TextSpan.FromBounds(first.Start, statement.SpanStart));
        var after = text.ToString(TextSpan.FromBounds(statement.Span.End, last.End)).Trim();
        var isAlone = before.Trim().Length == 0 && (after.Length == 0 || after.StartsWith("//", System.StringComparison.Ordinal));
        return isAlone ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak) : statement.Span;
    }

    /// <summary>The edit that puts a statement at the end of a block, on a line of its own; before a return that ends it.</summary>
    public static Edit Append(this FixSite site, BlockSyntax block, string statement) => Append(site.Text, block, statement);

    /// <inheritdoc cref="Append(FixSite, BlockSyntax, string)"/>
    public static Edit Append(SourceText text, BlockSyntax block, string statement)
    {
        if (block.Statements.LastOrDefault() is ReturnStatementSyntax last)
        {
            return Edit.Insert(
                block.SyntaxTree, last.SpanStart,
                IsFirstOnLine(text, last.SpanStart) ? $"{statement}{FixSite.NewLineOf(text)}{text.Indentation(last)}" : $"{statement} ");
        }

        var close = text.Lines.GetLineFromPosition(block.CloseBraceToken.SpanStart);
        if (!IsFirstOnLine(text, block.CloseBraceToken.SpanStart))
        {
            // A block on one line stays on one line.
            var separator = block.Statements.Count == 0 && block.OpenBraceToken.TrailingTrivia.FullSpan.IsEmpty ? " " : "";
            return Edit.Insert(block.SyntaxTree, block.CloseBraceToken.SpanStart, $"{separator}{statement} ");
        }

        var indentation = block.Statements.Count > 0
            ? text.Indentation(block.Statements.Last())
            : text.Indentation(block) + "    ";
        return Edit.Insert(block.SyntaxTree, close.Start, $"{indentation}{statement}{FixSite.NewLineOf(text)}");
    }

    private static bool IsFirstOnLine(SourceText text, int position) =>
        text.ToString(TextSpan.FromBounds(text.Lines.GetLineFromPosition(position).Start, position)).Trim().Length == 0;
}
