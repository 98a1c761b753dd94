using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Parameterize.CodeFixes.Infrastructure;

/// <summary>
/// One change of text in one file. Fixes edit text, not trees: what they do not touch stays as its author wrote it, and what many
/// fixes do to one file is a union of small changes.
/// </summary>
internal readonly record struct Edit(SyntaxTree Tree, TextSpan Span, string Text)
{
    /// <summary>Whether comments in the span go with it, since they speak of what goes; else they stay where it stood.</summary>
    public bool DropsComments { get; init; }

    public static Edit Insert(SyntaxTree tree, int position, string text) => new(tree, new TextSpan(position, 0), text);

    public static Edit Replace(SyntaxNode node, string text) => new(node.SyntaxTree, node.Span, text);

    public static Edit Delete(SyntaxTree tree, TextSpan span) => new(tree, span, "");
}
