using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Diagnostics;

namespace Parameterize.CodeFixes;

/// <summary>PMZ0022: keeps one of several kinds, and offers each.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeepOneKindFix)), Shared]
public sealed class KeepOneKindFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.SeveralKinds);

    private protected override IEnumerable<Offer> Offers(FixSite site)
    {
        var kinds = site.Member()?.AttributeLists.SelectMany(list => list.Attributes)
            .Where(attribute => ClassifyFix.Kinds.Any(attribute.IsNamed))
            .ToArray() ?? [];
        foreach (var kept in kinds)
        {
            var name = ClassifyFix.Kinds.First(kept.IsNamed);
            yield return new Offer($"Keep [{name}]", $"{DiagnosticIds.SeveralKinds}:{name}", [.. Edits(kinds, kept)]);
        }
    }

    private static IEnumerable<Edit> Edits(AttributeSyntax[] kinds, AttributeSyntax kept)
    {
        foreach (var list in kinds.GroupBy(attribute => attribute.Parent))
        {
            var attributes = ((AttributeListSyntax)list.Key!).Attributes;
            if (list.Count() == 1 || !list.Contains(kept))
            {
                foreach (var attribute in list.Where(attribute => attribute != kept))
                {
                    yield return AttributeEdits.Delete(attribute);
                }

                continue;
            }

            // Several in one pair of brackets: written anew, since the commas belong to pairs of them.
            var rest = attributes
                .Where(attribute => attribute == kept || !kinds.Contains(attribute))
                .Select(attribute => attribute.ToString());
            yield return Edit.Replace(list.Key, $"[{string.Join(", ", rest)}]");
        }
    }
}
