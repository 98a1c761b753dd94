using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Diagnostics;

namespace Parameterize.CodeFixes;

/// <summary>PMZ0009: changes a member's attribute to the one that its shape says.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangeKindFix)), Shared]
public sealed class ChangeKindFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.KindContradictsShape);

    private protected override IEnumerable<Offer> Offers(FixSite site)
    {
        // Absent where one of the two dimensions is not known.
        if (site.Diagnostic.Properties.GetValueOrDefault(DiagnosticProperties.Kind) is not { } kind || site.Member() is not { } member)
        {
            yield break;
        }

        var attribute = member.AttributeLists.SelectMany(list => list.Attributes)
            .FirstOrDefault(candidate => ClassifyFix.Kinds.Any(candidate.IsNamed));
        if (attribute is not null)
        {
            // [Unscaled] has no constants.
            SyntaxNode replaced = kind == "Unscaled" ? attribute : attribute.Name;
            var edit = Edit.Replace(replaced, site.AttributeName(attribute.SpanStart, kind));
            yield return new Offer($"Change to [{kind}]", DiagnosticIds.KindContradictsShape, [edit]);
        }
    }
}
