using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Diagnostics;

namespace Parameterize.CodeFixes;

/// <summary>PMZ0022: keeps one of several kinds, and offers each.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeepOneKindFix)), Shared]
public sealed class KeepOneKindFix : TextFix
{
    private const string Exponents = "Exponents";
    private const string Unscaled = "Unscaled";
    private static readonly string[] Kinds = [.. ClassifyFix.Kinds, Exponents];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.SeveralKinds);

    private protected override IEnumerable<Offer> Offers(FixSite site)
    {
        var kinds = site.Member()?.AttributeLists.SelectMany(list => list.Attributes)
            .Select(attribute => (Attribute: attribute, Name: Kinds.FirstOrDefault(name => site.Is(attribute, name))))
            .Where(kind => kind.Name is not null)
            .ToArray() ?? [];
        foreach (var kept in kinds.Where(kind => kind.Name != Exponents || kinds.Any(other => other.Name == Unscaled)))
        {
            var others = kinds.Where(other => other.Attribute != kept.Attribute && Contradict(kept.Name!, other.Name!))
                .Select(other => other.Attribute).ToArray();
            yield return new Offer($"Keep [{kept.Name}]", $"{DiagnosticIds.SeveralKinds}:{kept.Name}", [.. AttributeEdits.Delete(others)]);
        }
    }

    /// <summary>Exponents may stand beside a kind, but what is not scaled has neither.</summary>
    private static bool Contradict(string kept, string other) =>
        kept == Exponents ? other == Unscaled : other != Exponents || kept == Unscaled;
}
