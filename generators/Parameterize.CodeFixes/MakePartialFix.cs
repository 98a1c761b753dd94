using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Diagnostics;

namespace Parameterize.CodeFixes;

/// <summary>PMZ0001: makes a class and everything around it partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix)), Shared]
public sealed class MakePartialFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.NotPartial);

    private protected override IEnumerable<Offer> Offers(FixSite site)
    {
        var types = site.Node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>()
            .Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))
            .ToArray();
        if (types.Length > 0)
        {
            var edits = types.Select(type => Edit.Insert(type.SyntaxTree, type.Keyword.SpanStart, "partial ")).ToArray();
            yield return new Offer("Make partial", DiagnosticIds.NotPartial, edits);
        }
    }
}
