using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Diagnostics;

namespace Parameterize.CodeFixes;

/// <summary>PMZ0033: makes a class that is local to its file, or the type around it that is, internal.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WidenFromFileFix)), Shared]
public sealed class WidenFromFileFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.LocalToFile);

    private protected override IEnumerable<Offer> Offers(FixSite site)
    {
        var modifiers = site.Node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>()
            .SelectMany(type => type.Modifiers)
            .Where(modifier => modifier.IsKind(SyntaxKind.FileKeyword))
            .Select(modifier => new Edit(site.Root.SyntaxTree, modifier.Span, "internal"))
            .ToArray();
        if (modifiers.Length > 0)
        {
            yield return new Offer("Make internal", DiagnosticIds.LocalToFile, modifiers);
        }
    }
}
