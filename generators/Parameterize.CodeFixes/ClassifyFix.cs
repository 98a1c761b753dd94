using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Diagnostics;

namespace Parameterize.CodeFixes;

/// <summary>PMZ0008: marks a member with a kind. Four choices: which one is right is what the compiler could not tell.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClassifyFix)), Shared]
public sealed class ClassifyFix : TextFix
{
    /// <summary>The attributes that say a member's kind.</summary>
    internal static readonly string[] Kinds = ["Input", "Hidden", "Output", "Unscaled"];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.Unclassified);

    private protected override IEnumerable<Offer> Offers(FixSite site)
    {
        if (site.Member() is not { } member)
        {
            yield break;
        }

        var position = member.GetFirstToken().SpanStart;
        // With an expression to blame, a kind would say that its size grows and not how.
        var isBlamed = site.Diagnostic.AdditionalLocations.Count > 0;
        foreach (var kind in Kinds.Where(kind => !isBlamed || kind == "Unscaled"))
        {
            var edit = Edit.Insert(member.SyntaxTree, position, $"[{site.AttributeName(position, kind)}] ");
            yield return new Offer($"Mark as [{kind}]", $"{DiagnosticIds.Unclassified}:{kind}", [edit]);
        }
    }
}
