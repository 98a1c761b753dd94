using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Parameterize.TestKit.Setup;

/// <summary>
/// Takes the bodies of files that are the same in every test: they are bound anew for each compilation, which takes most of a test's time
/// and finds the same each time. What they declare stays.
/// </summary>
internal static class Bodiless
{
    private static readonly ConcurrentDictionary<(string Path, string Text, CSharpParseOptions Options), SyntaxTree> Known = new();

    /// <summary>The compilation with the files of the given names without their bodies.</summary>
    public static CSharpCompilation In(CSharpCompilation compilation, ImmutableHashSet<string> names) => compilation.SyntaxTrees
        .Where(tree => names.Contains(Path.GetFileName(tree.FilePath)))
        .Aggregate(compilation, (current, tree) => current.ReplaceSyntaxTree(tree, Of(tree)));

    private static SyntaxTree Of(SyntaxTree tree) => Known.GetOrAdd(
        (tree.FilePath, tree.ToString(), (CSharpParseOptions)tree.Options),
        _ => tree.WithRootAndOptions(Silent(new Remover().Visit(tree.GetRoot())), tree.Options));

    // Without bodies, fields are not used and parameters not read.
    private static SyntaxNode Silent(SyntaxNode root) =>
        root.WithLeadingTrivia(SyntaxFactory.ParseLeadingTrivia("#pragma warning disable\n").AddRange(root.GetLeadingTrivia()));

    private sealed class Remover : CSharpSyntaxRewriter
    {
        private static readonly ThrowExpressionSyntax Throw = (ThrowExpressionSyntax)((ConditionalExpressionSyntax)SyntaxFactory
            .ParseExpression("true ? throw null! : 0")).WhenTrue;

        private static readonly BlockSyntax Block = (BlockSyntax)SyntaxFactory.ParseStatement("{ throw null!; }");

        public override SyntaxNode VisitBlock(BlockSyntax node) => node.Parent is LambdaExpressionSyntax ? node : Block;

        public override SyntaxNode VisitArrowExpressionClause(ArrowExpressionClauseSyntax node) => node.WithExpression(Throw);
    }
}
