using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Diagnostics;

namespace Parameterize.CodeFixes;

/// <summary>PMZ0021: takes the dial that a constructor parameter sets out of the attribute.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveDialFix)), Shared]
public sealed class RemoveDialFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.DialGivenTwice);

    private protected override IEnumerable<Offer> Offers(FixSite site)
    {
        if (site.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { Parent: AttributeArgumentListSyntax list } argument)
        {
            var span = list.Arguments.Count == 1
                ? list.Span
                : AttributeEdits.WithComma(argument, list.Arguments.IndexOf(argument), index => list.Arguments[index]);
            yield return new Offer("Remove it from the attribute", DiagnosticIds.DialGivenTwice, [Edit.Delete(list.SyntaxTree, span)]);
        }
    }
}
