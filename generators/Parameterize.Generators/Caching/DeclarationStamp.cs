using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Caching;

/// <summary>
/// What a compilation declares, as one text: equal for two compilations whose sources differ in nothing but the bodies of methods and
/// accessors, comments and spaces. Kept by file, so that a keystroke costs the file that it is in. What this generator wrote does not
/// count, so that an analyzer, which sees it, finds what the generator read before there was any.
/// </summary>
internal static class DeclarationStamp
{
    private static readonly ConditionalWeakTable<Compilation, string> OfCompilations = new();
    private static readonly ConditionalWeakTable<SyntaxTree, byte[]> OfTrees = new();
    private static readonly ConditionalWeakTable<object, object> Identities = new();
    private static long _identities;

    public static string Of(Compilation compilation) => OfCompilations.GetValue(compilation, Compute);

    private static string Compute(Compilation compilation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Encoding.UTF8.GetBytes(compilation.AssemblyName ?? ""));
        Append(hash, Encoding.UTF8.GetBytes(Meant((CSharpCompilationOptions)compilation.Options)));
        foreach (var reference in compilation.References)
        {
            Append(hash, Identity(reference));
        }

        foreach (var tree in compilation.SyntaxTrees.Where(static tree => !IsWrittenHere(tree)))
        {
            Append(hash, Identity(tree.Options));
            Append(hash, OfTrees.GetValue(tree, Compute));
        }

        return Convert.ToBase64String(hash.GetHashAndReset());
    }

    /// <summary>The options that change what a source means: an analyzer's compilation has others of its own.</summary>
    private static string Meant(CSharpCompilationOptions options) =>
        $"{options.OutputKind} {options.CheckOverflow} {options.AllowUnsafe} {options.NullableContextOptions} "
            + $"{string.Join(",", options.Usings)}";

    private static bool IsWrittenHere(SyntaxTree tree) =>
        Path.GetFileName(Path.GetDirectoryName(tree.FilePath)) == GeneratedFiles.Folder;

    private static byte[] Compute(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        var text = new StringBuilder(tree.FilePath).Append('\0');
        foreach (var token in root.DescendantTokens(static node => !IsBody(node)))
        {
            text.Append(token.Text).Append('\0');
        }

        // A body left out shows in no token, and yet it makes a method of a partial declaration, and by the word 'field' a field of a
        // property.
        foreach (var body in root.DescendantNodes(static node => !IsBody(node)).Where(IsBody))
        {
            text.Append(body.RawKind).Append(UsesField(body) ? "field" : "").Append('@').Append(body.Parent?.RawKind).Append('\0');
        }

        if (root.ContainsDirectives)
        {
            foreach (var directive in root.DescendantTrivia(descendIntoTrivia: true).Where(static trivia => trivia.IsDirective))
            {
                text.Append(directive.ToFullString()).Append('\0');
            }
        }

        using var hash = SHA256.Create();
        return hash.ComputeHash(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static bool IsBody(SyntaxNode node) => node switch
    {
        GlobalStatementSyntax => true,
        BlockSyntax or ArrowExpressionClauseSyntax =>
            node.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or BasePropertyDeclarationSyntax,
        _ => false,
    };

    private static bool UsesField(SyntaxNode body) => body.Parent is AccessorDeclarationSyntax or BasePropertyDeclarationSyntax
        && body.DescendantTokens().Any(static token => token.Text is "field" or "@field");

    private static void Append(IncrementalHash hash, byte[] bytes) => hash.AppendData(bytes);

    /// <summary>
    /// A number that an object keeps for its life and shares with no other: to compare by what it is, without keeping it alive.
    /// </summary>
    private static byte[] Identity(object one) =>
        BitConverter.GetBytes((long)Identities.GetValue(one, static _ => Interlocked.Increment(ref _identities)));
}
